using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Writing;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>
/// Base class for pages about one case. Each form posts the case version it was loaded from. If someone else saved
/// first, the page comes back with what changed and everything the user typed.
/// </summary>
public abstract class CasePageModel(CasePageContext context) : PageModel
{
    /// <summary>Case reference from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>Position in the queue the user came from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>Version the form was loaded from.</summary>
    [BindProperty]
    public int? CaseVersion { get; set; }

    /// <summary>The latest event when the form was shown.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    /// <summary>Idempotency key, so a double click acts only once.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>The case header.</summary>
    public CasePageHeader Head { get; private set; } = null!;

    /// <summary>Date and time formatting.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>What happened while the form was being filled in.</summary>
    public IReadOnlyList<TimelineEntry> Missed { get; private set; } = [];

    /// <summary>Whether someone else saved first.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Coworkers who have the case open.</summary>
    public IReadOnlyList<Coworker> Coworkers { get; private set; } = [];

    /// <summary>The form of the page, by the part of its address after the case; null for the case page itself.</summary>
    public string? FormName => Request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, .. { Length: > 0 } rest] ? string.Join('/', rest).ToLowerInvariant() : null;

    /// <summary>The form whose typed text is kept until it's sent; null where there's little to type, or where it's kept in another way.</summary>
    public string? DraftForm => FormName is { } form && CaseLinks.KeepsDrafts(form) ? form : null;

    /// <summary>When what is shown was kept, UTC; null when nothing was.</summary>
    public DateTime? DraftFrom { get; internal set; }

    /// <summary>Whether its writer did something in the case after that, so that it may have been sent.</summary>
    public bool DraftMayBeSent { get; internal set; }

    /// <summary>The signed-in user.</summary>
    public Actor Actor => context.Actor;

    /// <summary>The queue, where the user left it.</summary>
    public string QueueUrl => QueueAddress.Local(Back);

    /// <summary>Links to the pages of the case. Each keeps the way back to the queue.</summary>
    public CaseLinks Urls => Links.Office.CasePages(Reference, Back is null ? null : QueueUrl);

    /// <summary>Permission required to open the page.</summary>
    protected virtual Permission Needed => Permission.ReadCases;

    private protected DateTime Now => context.Now;

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
        Coworkers = await context.CoworkersAsync(head.Case.Id, cancellation);
        return null;
    }

    /// <summary>Loads what the page shows after its form was processed.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>In which language to write to the constituent, in English.</summary>
    public string WriteIn => Head.Case.Language switch
    {
        "es" => "Write in Spanish.",
        _ => "Write in English.",
    };

    private protected Task<IReadOnlyList<KeptForm>> ReadKeptAsync(CancellationToken cancellation) => context.KeptAsync(Head.Case.Id, cancellation);

    private protected Task<CasePage> ReadCaseAsync(CancellationToken cancellation) => context.PageAsync(Head, cancellation);

    private protected async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Page();
    }

    /// <summary>Returns to the case with a notice, or shows the form again with the error.</summary>
    /// <param name="field">Field that shows a refusal; empty to show it above the form.</param>
    /// <param name="next">Where to go instead of the case.</param>
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
