using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Web.Hosting;

/// <summary>Every failure leads to a page that says what to do, in the user's language.</summary>
public static class ErrorPages
{
    private const string StaleFormKey = "stale-form";

    /// <summary>Registers the filter that detects expired forms.</summary>
    public static void AddErrorPages(this IServiceCollection services) =>
        services.Configure<MvcOptions>(options => options.Filters.Add<StaleFormNotice>());

    /// <summary>Routes exceptions to /error/500 and empty error responses to /error/{status}.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500" });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

    /// <summary>Request number to quote to the office; it's in the log too.</summary>
    public static string CorrelationId(this HttpContext context) =>
        Activity.Current is { } activity ? activity.TraceId.ToHexString()[..12] : context.TraceIdentifier;

    /// <summary>Whether the request was refused because its form had expired, not because of its content.</summary>
    public static bool HasStaleForm(this HttpContext context) => context.Items.ContainsKey(StaleFormKey);

    private sealed class StaleFormNotice : IAsyncAlwaysRunResultFilter
    {
        public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
        {
            if (context.Result is IAntiforgeryValidationFailedResult)
                Answer(context);
            await next();
        }

        private static void Answer(ResultExecutingContext context)
        {
            var http = context.HttpContext;
            // Antiforgery reads the form first, so it blames the token when the form is too large or unreadable.
            if (http.Request.ContentLength > http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize)
                context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            else if (!http.Request.HasFormContentType || http.Features.Get<IFormFeature>()?.Form is not null
                || !http.Request.Cookies.Keys.Any(k => k is "form" or "__Host-form"))
            {
                http.Items[StaleFormKey] = true;
                if (UnsentForm.From(http) is { } unsent)
                    context.Result = unsent.AsResult();
            }
        }
    }
}
