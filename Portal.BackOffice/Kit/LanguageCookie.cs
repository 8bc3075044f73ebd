using Microsoft.AspNetCore.Http;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>The language a user chose.</summary>
public static class LanguageCookie
{
    /// <summary>Name of the cookie.</summary>
    public const string Name = "lang";

    /// <summary>The language chosen in this browser, or of the link or case that was opened; null when it's only the browser's preference.</summary>
    public static string? Chosen(HttpRequest request) => request.Cookies[Name] is { } chosen && Texts.Languages.Contains(chosen) ? chosen : null;

    /// <summary>Remembers the choice for a year.</summary>
    public static void Keep(HttpContext context, string language) => Write(context, language, TimeSpan.FromDays(365));

    /// <summary>
    /// Shows the pages in the language of the person who just opened their case or followed their link, until the browser is closed.
    /// A choice made in this browser stays.
    /// </summary>
    public static void Follow(HttpContext context, string language)
    {
        if (Chosen(context.Request) is null)
            Write(context, language, null);
    }

    /// <summary>Shows the pages in the language of a link someone was sent, whatever was chosen on this computer before.</summary>
    public static void FollowLink(HttpContext context, string language) => Write(context, language, null);

    /// <summary>Forgets the choice, for the next person at this computer.</summary>
    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Name);

    private static void Write(HttpContext context, string language, TimeSpan? lasts) => context.Response.Cookies.Append(Name, language, new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lasts,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    });
}
