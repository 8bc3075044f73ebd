using Microsoft.AspNetCore.Http;

namespace Portal.BackOffice.Kit;

/// <summary>The language a user chose.</summary>
public static class LanguageCookie
{
    /// <summary>Name of the cookie.</summary>
    public const string Name = "lang";

    /// <summary>Remembers the choice for a year.</summary>
    public static void Keep(HttpContext context, string language) => context.Response.Cookies.Append(Name, language, new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    });
}
