using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Web.Hosting;

/// <summary>
/// Reads a posted form before the antiforgery check does, which would blame the token for a form that is too large or broken.
/// </summary>
public sealed class UnreadableForms : IAsyncAuthorizationFilter
{
    /// <summary>Its order: after the filters that set a page's own limits (900) and before the antiforgery check (1000).</summary>
    public const int BeforeAntiforgery = 950;

    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!request.HasFormContentType || context.HttpContext.IsErrorPage())
            return;
        if (request.ContentLength > Limit(context.HttpContext))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        try
        {
            await request.ReadFormAsync(context.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException fault)
        {
            context.Result = new StatusCodeResult(fault.StatusCode);
        }
        catch (InvalidDataException fault)
        {
            // The form reader's limits on fields, names, and files all say so in these words.
            context.Result = new StatusCodeResult(fault.Message.Contains("limit", StringComparison.OrdinalIgnoreCase)
                ? StatusCodes.Status413PayloadTooLarge
                : StatusCodes.Status400BadRequest);
        }
        catch (IOException)
        {
            // The form was cut short.
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }

    private static long? Limit(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
}
