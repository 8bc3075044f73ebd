using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.BackOffice.Security;

/// <summary>What the user typed, and where to sign in again.</summary>
public sealed record TypedText(string SignIn, IReadOnlyList<string> Typed)
{
    private const long MostBytes = 1_000_000;

    /// <summary>
    /// Answers a form that was posted after the session ended: shows what was typed so it can be copied, and does
    /// nothing else. False if nothing worth keeping was posted.
    /// </summary>
    internal static async Task<bool> ShowAsync(HttpContext context, string signIn)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType || context.Request.ContentLength is not < MostBytes)
            return false;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = form.Where(f => !f.Key.StartsWith('_') && !f.Key.Contains("assword", StringComparison.Ordinal)).SelectMany(f => f.Value)
            .OfType<string>().Where(v => v.Any(char.IsWhiteSpace)).ToList();
        if (typed.Count == 0)
            return false;
        await context.RequestServices.GetRequiredService<IActionResultExecutor<ViewResult>>().ExecuteAsync(
            // The requested page determines which layout applies.
            new ActionContext(context, context.GetRouteData(), context.GetEndpoint()?.Metadata.GetMetadata<ActionDescriptor>() ?? new ActionDescriptor()),
            new ViewResult
            {
                ViewName = "/Areas/Office/Pages/Account/_TypedText.cshtml",
                StatusCode = StatusCodes.Status401Unauthorized,
                ViewData = new ViewDataDictionary<TypedText>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = new(signIn, typed) },
            });
        return true;
    }
}
