using Microsoft.AspNetCore.Http;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>The language a user chose.</summary>
public static class LanguageCookie
{
    /// <summary>Name of the cookie.</summary>
    public const string Name = "lang";

    /// <summary>Name of the cookie with the language of the person whose case or link is open here.</summary>
    public const string FollowedName = "lang-of";

    /// <summary>The language chosen in this browser; null when none was.</summary>
    public static string? Chosen(HttpRequest request) => Known(request.Cookies[Name]);

    /// <summary>The language to show: of the case or link that was opened here last, else the one chosen; null for the browser's preference.</summary>
    public static string? Shown(HttpRequest request) => Known(request.Cookies[FollowedName]) ?? Chosen(request);

    /// <summary>Remembers the choice for a year.</summary>
    public static void Keep(HttpContext context, string language)
    {
        Write(context, Name, language, TimeSpan.FromDays(365));
        context.Response.Cookies.Delete(FollowedName, OptionsFor(context, null));
    }

    /// <summary>
    /// Shows the pages in the language of the person who just opened their case, until the browser is closed. A choice made in this
    /// browser stays.
    /// </summary>
    public static void Follow(HttpContext context, string language)
    {
        if (Chosen(context.Request) is null)
            Write(context, FollowedName, language, null);
    }

    /// <summary>
    /// Shows the pages in the language of a link someone was sent, whatever was chosen on this computer before, until they choose or the
    /// browser is closed. A choice made earlier isn't forgotten.
    /// </summary>
    public static void FollowLink(HttpContext context, string language) => Write(context, FollowedName, language, null);

    /// <summary>Forgets the choice, for the next person at this computer.</summary>
    public static void Forget(HttpContext context)
    {
        context.Response.Cookies.Delete(Name, OptionsFor(context, null));
        context.Response.Cookies.Delete(FollowedName, OptionsFor(context, null));
    }

    private static string? Known(string? language) => language is not null && Texts.Languages.Contains(language) ? language : null;

    private static void Write(HttpContext context, string name, string language, TimeSpan? lasts) =>
        context.Response.Cookies.Append(name, language, OptionsFor(context, lasts));

    private static CookieOptions OptionsFor(HttpContext context, TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lasts,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
