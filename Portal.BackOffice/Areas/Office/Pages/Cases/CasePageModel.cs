using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>
/// A page about one case. Its forms carry the version they were made from; when somebody was faster, the page comes
/// back with what changed since and with everything that was typed.
/// </summary>
public abstract class CasePageModel(CasePageContext context) : PageModel
{
    /// <summary>The case, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>The place in the queue the reader came from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The version the form was made from.</summary>
    [BindProperty]
    public int? CaseVersion { get; set; }

    /// <summary>The newest thing that had happened when the form was shown.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    /// <summary>Makes a double click one deed.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>The top of the case.</summary>
    public CasePageHeader Head { get; private set; } = null!;

    /// <summary>Days and times.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>What happened while a form was being filled in.</summary>
    public IReadOnlyList<TimelineEntry> Missed { get; private set; } = [];

    /// <summary>Whether somebody was faster.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Who reads.</summary>
    public Actor Actor => context.Actor;

    /// <summary>The queue, where the reader left it.</summary>
    public string QueueUrl => QueueAddress.Local(Back);

    /// <summary>The pages of the case, each with the way back to the queue.</summary>
    public CaseLinks Urls => Links.Office.CasePages(Reference, Back is null ? null : QueueUrl);

    /// <summary>What the page needs before anybody may see it.</summary>
    protected virtual Permission Needed => Permission.ReadCases;

    private protected Translator Text => context.Text;

    private protected FormCheck Check => new(this, context.Text);

    /// <summary>Loads the case before any handler runs.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        context.Result = await LoadAsync(HttpContext.RequestAborted);
        if (Key == Guid.Empty)
            Key = Guid.CreateVersion7();
        if (context.Result is null)
            await next();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (!Actor.May(Needed))
            return StatusCode(403);
        if (await context.HeaderAsync(Reference, cancellation) is not { } head)
            return NotFound();
        (Head, Reference, Dates) = (head, head.Case.Reference, await context.DatesAsync(cancellation));
        return null;
    }

    /// <summary>Reads what the page shows, once its form has been dealt with.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    private protected Task<CasePage> ReadCaseAsync(CancellationToken cancellation) => context.PageAsync(Head, cancellation);

    private protected async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Page();
    }

    /// <summary>Leads back to the case with a notice, or shows the form again with what is wrong.</summary>
    /// <param name="field">Where a refusal is said; above the form when empty.</param>
    /// <param name="next">Where it leads instead of the case.</param>
    private protected async Task<IActionResult> FinishAsync(Outcome outcome, string notice, string field, CancellationToken cancellation, string? next = null)
    {
        switch (outcome)
        {
            case Outcome.Success:
                return this.RedirectWithNotice(next ?? Urls.Show(), notice);
            case Outcome.NotFound:
                return NotFound();
            case Outcome.NotPermitted:
                return StatusCode(403);
            case Outcome.Refused or SendInquiry.ReleaseMissing:
                Check.Refusal(outcome, field);
                break;
            default:
                Head = await context.HeaderAsync(Reference, cancellation) ?? Head;
                Missed = await context.SinceAsync(Head, Seen, cancellation);
                IsStale = true;
                break;
        }

        return await ShowAsync(cancellation);
    }
}
