using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using Portal.Domain.Writing;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>
/// Shows a case's form with what its reader had typed there and not sent, and deletes that once the form is sent. If the machine stops in
/// between, the draft comes back and says that it may have been sent.
/// </summary>
internal sealed class KeptDrafts(CaseWriting writing, DropDraft drop, ILogger<KeptDrafts> log) : IAsyncPageFilter
{
    // Belongs to the page as it was shown, or isn't anything typed.
    private static readonly string[] OfThePage = ["__RequestVerificationToken", "MadeFor", nameof(CasePageModel.CaseVersion), nameof(CasePageModel.Seen), nameof(CasePageModel.Back)];

    /// <summary>The typed fields of a posted form.</summary>
    public static DraftFields FieldsOf(IFormCollection form)
    {
        var fields = new DraftFields();
        foreach (var (name, values) in form.Where(f => !OfThePage.Contains(f.Key, StringComparer.OrdinalIgnoreCase)))
            fields[name] = [.. values.Select(v => v ?? "")];
        return fields;
    }

    /// <inheritdoc />
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (context.HandlerInstance is not CasePageModel page || page.DraftForm is not { } form || page.Head is null || executed.Exception is not null)
            return;
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && executed.Result is RedirectResult or LocalRedirectResult or RedirectToPageResult)
            await DropAsync(page, form);
        else if (HttpMethods.IsGet(request.Method) && executed.Result is PageResult or null)
            await ShowAsync(page, form, context.HttpContext.RequestAborted);
    }

    private async Task ShowAsync(CasePageModel page, string form, CancellationToken cancellation)
    {
        if (await writing.DraftAsync(page.Head.Case.Id, form, page.Actor, cancellation) is not { } draft)
            return;
        page.DraftFrom = draft.SavedAt;
        page.DraftMayBeSent = await writing.MayBeSentAsync(draft, cancellation);
        // The key stays behind: a form that was sent with it would say "sent" to whatever is typed now.
        foreach (var (name, values) in DraftFields.Read(draft.Fields).Where(f => !f.Key.Equals(nameof(CasePageModel.Key), StringComparison.OrdinalIgnoreCase)))
            page.ModelState.SetModelValue(name, new ValueProviderResult(values));
    }

    // The form was sent, whatever becomes of the draft and of the reader's connection.
    private async Task DropAsync(CasePageModel page, string form)
    {
        try
        {
            await drop.ExecuteAsync(new(page.Head.Case.Id, form, page.Key), page.Actor, CancellationToken.None);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "A form was sent, but its draft couldn't be deleted");
        }
    }
}
