using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Web.Hosting;

/// <summary>Every failure leads to a page that says what to do, in the user's language.</summary>
public static class ErrorPages
{
    private const string StaleFormKey = "stale-form";

    /// <summary>Registers the filters that refuse what a page can't answer, each for its own reason.</summary>
    public static void AddErrorPages(this IServiceCollection services)
    {
        services.AddSingleton<FilesAtOnce>();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<UnreadableForms>(UnreadableForms.BeforeAntiforgery);
            options.Filters.Add<StaleFormNotice>();
            options.Filters.Add<Methods.HandlerFilter>();
            options.Filters.Add<FilesAtOnce.Filter>();
        });
    }

    /// <summary>Routes exceptions to /error/500 and empty error responses to /error/{status}.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500" });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

    /// <summary>Request number to quote to the office; it's in the log too.</summary>
    public static string CorrelationId(this HttpContext context) =>
        Activity.Current is { } activity ? activity.TraceId.ToHexString()[..12] : context.TraceIdentifier;

    /// <summary>Whether this is the error page of a request that failed before. Its form may be what couldn't be read.</summary>
    public static bool IsErrorPage(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

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
            http.Items[StaleFormKey] = true;
            if (UnsentForm.From(http) is { } unsent)
                context.Result = unsent.AsResult();
        }
    }
}
