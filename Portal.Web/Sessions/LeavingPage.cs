using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Files;
using Portal.Web.Hosting;

namespace Portal.Web.Sessions;

/// <summary>
/// A form about a case, release, or draft that is left by a link (<see cref="KeepLink"/>). What was typed and chosen is held,
/// encrypted, and shown when this browser opens the page again, as long as the same case is open. Sending the form ends that.
/// </summary>
public sealed class LeavingPage(FormTarget target, MadeFor madeFor, LeftForms left, HeldFiles held, HeldFormFiles files) : IAsyncPageFilter
{
    /// <summary>Before the filters that read the form.</summary>
    public const int First = -100;

    // Agreement is to the text that was shown, which may have changed by the time the page is opened again.
    private const string Agreement = "Agreed";
    private const long MostBytes = 1024 * 1024;

    private bool _isBack;

    /// <inheritdoc />
    public async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        var request = context.HttpContext.Request;
        // Never processed, whatever becomes of it.
        if (Leading(request) is not null)
            context.HandlerMethod = context.ActionDescriptor.HandlerMethods.FirstOrDefault(h => h is { HttpMethod: "Get", Name: null });
        if (!HttpMethods.IsGet(request.Method) || left.Find(PageForms.Here(request)) is not { } ticket
            || await OpenAsync(ticket, context.HttpContext.RequestAborted) is not { } form || !await FitsAsync(form, context.HttpContext, context.ActionDescriptor))
            return;
        // Only what is posted is bound.
        request.Form = form;
        request.Method = HttpMethods.Post;
        _isBack = true;
    }

    /// <inheritdoc />
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (_isBack)
        {
            request.Method = HttpMethods.Get;
            await ShownAgain.RunAsync(context, next);
        }
        else if (!HttpMethods.IsPost(request.Method) || !MadeFor.Covers(context.ActionDescriptor))
        {
            await next();
        }
        else if (Leading(request) is not { } there)
        {
            if (LanguageSwitch.Wanted(request) is null)
                left.Forget(request.Path, PageForms.Here(request));
            await next();
        }
        else if (!RedirectHttpResult.IsLocalUrl(there))
        {
            context.Result = new BadRequestResult();
        }
        else
        {
            await HoldAsync(context.HttpContext, context.ActionDescriptor);
            context.Result = new LocalRedirectResult(there);
        }
    }

    private static string? Leading(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Query[PageForms.Leave].ToString() is { Length: > 0 } there ? there : null;

    private async Task HoldAsync(HttpContext context, PageActionDescriptor page)
    {
        // A case that isn't open anymore keeps what was typed for when it is open again; a request that never began keeps nothing.
        if (MadeFor.IsOfDraft(page) && await madeFor.OpenAsync(page, context.RequestAborted) is null)
            return;
        if (await UnsentForm.KeepAsync(context, UnsentReason.SessionEnded, files) is { HasContent: true } typed)
        {
            var fields = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(typed.Fields.Where(f => f.Key != Agreement)));
            left.Keep(PageForms.Here(context.Request), await held.HoldAsync("form", fields, MostBytes, context.RequestAborted));
        }
        else
        {
            left.Forget(PageForms.Here(context.Request));
        }
    }

    private async Task<bool> FitsAsync(IFormCollection form, HttpContext context, PageActionDescriptor page) =>
        await madeFor.OpenAsync(page, context.RequestAborted) is { } open && target.WasMadeFor(form[FormTarget.Field], open);

    private async Task<FormCollection?> OpenAsync(string ticket, CancellationToken cancellation)
    {
        if (await held.OpenAsync(ticket, cancellation) is not { } file)
            return null;
        await using var content = file.Content;
        var fields = await JsonSerializer.DeserializeAsync<List<KeyValuePair<string, string>>>(content, cancellationToken: cancellation);
        return new(fields!.GroupBy(f => f.Key).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])));
    }
}
