using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Merging;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Whether a case is about the same person or the same matter as another.</summary>
public sealed class SameModel(CasePageContext context, SameMatterQuery query) : CasePageModel(context)
{
    /// <summary>The reference of the other case, as typed.</summary>
    [BindProperty]
    public string? Other { get; set; }

    /// <summary>The merge or join to undo.</summary>
    [BindProperty]
    public Guid Undone { get; set; }

    /// <summary>What may be the same.</summary>
    public SameMatter Same { get; private set; } = null!;

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    /// <summary>Why a case may be about the same person.</summary>
    public string Why(SeenBy by) => SeenText.Why(by, Text);

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>It's one person.</summary>
    public async Task<IActionResult> OnPostPersonAsync([FromServices] JoinPeople join, CancellationToken cancellation) => await FinishAsync(
        await join.ExecuteAsync(new(Head.Case.Id, Other ?? "", Key), Actor, cancellation), "Saved: it's one person.", nameof(Other), cancellation, Urls.Same());

    /// <summary>It's one matter.</summary>
    public async Task<IActionResult> OnPostMatterAsync([FromServices] MergeCases merge, CancellationToken cancellation)
    {
        var outcome = await merge.ExecuteAsync(new(Head.Case.Id, CaseVersion, Other ?? "", Key), Actor, cancellation);
        return outcome is MergeCases.Merged merged
            ? this.RedirectWithNotice(Domain.Platform.Links.Office.Case(merged.Into), "The cases are one now. The person was told.")
            : await FinishAsync(outcome, "", nameof(Other), cancellation);
    }

    /// <summary>They're two people after all.</summary>
    public async Task<IActionResult> OnPostSplitAsync([FromServices] SplitPeople split, CancellationToken cancellation) => await FinishAsync(
        await split.ExecuteAsync(new(Head.Case.Id, Undone), Actor, cancellation), "Saved: they're two people.", "", cancellation, Urls.Same());

    /// <summary>They're two matters after all.</summary>
    public async Task<IActionResult> OnPostApartAsync([FromServices] UndoMerge undo, CancellationToken cancellation) => await FinishAsync(
        await undo.ExecuteAsync(new(Head.Case.Id, Undone), Actor, cancellation), "The cases are two again. The closed one is open.", "", cancellation, Urls.Same());

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) => Same = await query.ReadAsync(Head.Case, Actor, cancellation);
}
