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
public abstract class CasePageModel(CaseDesk desk) : PageModel
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
    public Times Times { get; private set; } = null!;

    /// <summary>What happened while a form was being filled in.</summary>
    public IReadOnlyList<TimelineEntry> Missed { get; private set; } = [];

    /// <summary>Whether somebody was faster.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Who reads.</summary>
    public Actor Actor => desk.Actor;

    /// <summary>The queue, where the reader left it.</summary>
    public string QueueUrl => QueueAddress.Local(Back);

    /// <summary>The address of the case, or of one of its pages.</summary>
    public string CaseUrl(string? page = null) =>
        $"/office/cases/{Reference}{(page is null ? "" : "/" + page)}{(Back is null ? "" : (page?.Contains('?') == true ? "&back=" : "?back=") + Uri.EscapeDataString(QueueUrl))}";

    /// <summary>Where a form of the case page posts to.</summary>
    public string PostTo(string handler) => PostTo(null, handler);

    /// <summary>Where a form of one of the case's pages posts to.</summary>
    protected string PostTo(string? page, string handler) => CaseUrl(page) + (Back is null ? "?handler=" : "&handler=") + handler;

    /// <summary>What the page needs before anybody may see it.</summary>
    protected virtual Permission Needed => Permission.ReadCases;

    private protected CaseDesk Desk => desk;

    /// <summary>Loads the case before any handler runs.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        if (!Actor.May(Needed))
            context.Result = StatusCode(403);
        else if (await desk.HeaderAsync(Reference, cancellation) is { } head)
            (Head, Reference, Times) = (head, head.Case.Reference, await desk.TimesAsync(cancellation));
        else
            context.Result = NotFound();
        if (Key == Guid.Empty)
            Key = Guid.CreateVersion7();
        if (context.Result is null)
            await next();
    }

    /// <summary>Reads what the page shows, once its form has been dealt with.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    private protected async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Page();
    }

    /// <summary>Leads back to the case with a notice, or shows the form again with what is wrong.</summary>
    private protected async Task<IActionResult> FinishAsync(Outcome outcome, string notice, string field, CancellationToken cancellation, string? page = null)
    {
        switch (outcome)
        {
            case Outcome.Success:
                return this.RedirectWithNotice(CaseUrl(page), notice);
            case Outcome.NotFound:
                return NotFound();
            case Outcome.NotPermitted:
                return StatusCode(403);
            case Outcome.Refused refused:
                ModelState.AddModelError(field, desk.Text[refused.Reason, refused.Arguments]);
                break;
            case SendInquiry.ReleaseMissing { Missing: var missing }:
                ModelState.AddModelError(field, desk.Text["{0} Nothing was recorded.", desk.Text[missing.Problem, missing.Arguments]]);
                break;
            default:
                Head = await desk.HeaderAsync(Reference, cancellation) ?? Head;
                Missed = await desk.SinceAsync(Head, Seen, cancellation);
                IsStale = true;
                break;
        }

        return await ShowAsync(cancellation);
    }
}
