using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;

namespace Portal.Web.Hosting;

/// <summary>
/// The site is read by GET and HEAD and changed by POST. A page without a handler for a request would otherwise be shown half-made,
/// whatever the request's method or handler name.
/// </summary>
public static class Methods
{
    private const string Allowed = "GET, HEAD, POST";

    /// <summary>Refuses every other method before anything looks at the request.</summary>
    public static void UseKnownMethods(this WebApplication app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = Allowed;
        // The error page is for people, who come by GET and POST.
        context.Request.Method = HttpMethods.Get;
        return Task.CompletedTask;
    });

    /// <summary>Refuses a request that a page has no handler for.</summary>
    public sealed class HandlerFilter : IPageFilter
    {
        /// <inheritdoc />
        public void OnPageHandlerSelected(PageHandlerSelectedContext context)
        {
        }

        /// <inheritdoc />
        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            // The language button shows a page again, which may have nothing to read.
            if (context.HandlerMethod is not null || LanguageSwitch.Wanted(context.HttpContext.Request) is not null)
                return;
            var isPost = HttpMethods.IsPost(context.HttpContext.Request.Method);
            // A page that only shows text has no handlers at all.
            if (isPost || context.ActionDescriptor.HandlerMethods.Any(h => HttpMethods.IsGet(h.HttpMethod)))
                context.Result = new StatusCodeResult(isPost ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound);
        }

        /// <inheritdoc />
        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
        }
    }
}
