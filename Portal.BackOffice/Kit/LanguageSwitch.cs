using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>
/// A form posted by the language button isn't processed. Its page is loaded as for reading and shown with everything that
/// was typed, in the other language.
/// </summary>
public sealed class LanguageSwitch : IAsyncPageFilter
{
    /// <summary>The language the form is shown again in; null if it was sent to be processed.</summary>
    public static string? Wanted(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Query[PageForms.Switch].ToString() is { Length: > 0 } language && Texts.Languages.Contains(language)
            ? language
            : null;

    /// <inheritdoc />
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        if (Wanted(context.HttpContext.Request) is not null)
            context.HandlerMethod = context.ActionDescriptor.HandlerMethods.FirstOrDefault(h => h is { HttpMethod: "Get", Name: null });
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Wanted(context.HttpContext.Request) is not { } language)
        {
            await next();
            return;
        }

        LanguageCookie.Keep(context.HttpContext, language);
        await ShownAgain.RunAsync(context, next);
    }
}
