using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;

namespace Portal.Web.Hosting;

/// <summary>
/// Selects the language of a request: that of the link someone was sent, then the user's choice, then the browser's preference,
/// then English.
/// </summary>
public static class Languages
{
    /// <summary>Registers the language selection.</summary>
    public static void AddLanguages(this IServiceCollection services) => services.Configure<RequestLocalizationOptions>(options =>
    {
        options.SupportedUICultures = [.. Texts.Languages.Select(CultureInfo.GetCultureInfo)];
        options.SupportedCultures = [.. Texts.Languages.Select(Texts.CultureOf)];
        options.DefaultRequestCulture = new RequestCulture(Texts.CultureOf("en"), CultureInfo.GetCultureInfo("en"));
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders = [new CustomRequestCultureProvider(context => Task.FromResult<ProviderCultureResult?>(Choose(context.Request)))];
    });

    /// <summary>
    /// A link in an email names the language of the person it was sent to. Their pages are shown in it from then on, until they choose
    /// another or close the browser; the address itself loses it, so that it doesn't outlast their choice.
    /// </summary>
    public static void UseLanguageOfLinks(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var language = request.Query[Texts.LanguageParameter].ToString();
        if (!HttpMethods.IsGet(request.Method) || !Texts.Languages.Contains(language))
            return next(context);
        var rest = $"{request.PathBase}{request.Path}{QueryString.Create(request.Query.Where(q => q.Key != Texts.LanguageParameter))}";
        if (!RedirectHttpResult.IsLocalUrl(rest))
            return next(context);
        LanguageCookie.FollowLink(context, language);
        context.Response.Redirect(rest);
        return Task.CompletedTask;
    });

    /// <summary>Maps the link that changes the language and returns to the page. It sets only a cookie.</summary>
    public static void MapLanguages(this WebApplication app) => app.MapGet("/language/{language}", (string language, string? back, HttpContext context) =>
    {
        if (!Texts.Languages.Contains(language))
            return Results.NotFound();
        LanguageCookie.Keep(context, language);
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) ? back! : "/");
    }).AllowAnonymous();

    private static ProviderCultureResult Choose(HttpRequest request)
    {
        var asked = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString());
        var chosen = asked.Prepend(LanguageCookie.Shown(request) ?? "").Prepend(LanguageSwitch.Wanted(request) ?? "")
            .Select(request => Texts.Languages.FirstOrDefault(language => request.Split('-')[0].Equals(language, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(language => language is not null) ?? Texts.Languages[0];
        return new(Texts.CultureOf(chosen).Name, chosen);
    }
}
