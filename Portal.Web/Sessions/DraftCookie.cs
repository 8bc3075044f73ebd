using Portal.BackOffice.Kit;

namespace Portal.Web.Sessions;

/// <summary>The token of the draft in this browser. It says nothing by itself; the draft lies sealed in the database.</summary>
public sealed class DraftCookie(IHttpContextAccessor accessor, CookieRules rules)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private string Name => rules.Name("draft");

    /// <summary>The token; null when this browser has no draft.</summary>
    public string? Token => accessor.HttpContext?.Request.Cookies[Name];

    /// <summary>Keeps the token for 30 days.</summary>
    public void Keep(string token) => accessor.HttpContext?.Response.Cookies.Append(Name, token, Options(Kept));

    /// <summary>Forgets it.</summary>
    public void Forget() => accessor.HttpContext?.Response.Cookies.Delete(Name, Options(null));

    private CookieOptions Options(TimeSpan? age) => new()
    {
        HttpOnly = true,
        Secure = rules.Secure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
        MaxAge = age,
    };
}
