using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.MassMail;
using Portal.Domain.Platform;
using Portal.Domain.Surges;

namespace Portal.BackOffice.Areas.Office.Pages.Surges.Work;

/// <summary>Shows who gets a message to many people, who doesn't and why, and what the guard says; then sends it.</summary>
[MostFields(SurgePeople.Most + 100)]
public sealed class SendModel(SurgeSendQuery query, SendSurgeMessage send, RecordMassApproval approve, RecordDisasterException exempt, PageReader reader) : PageModel
{
    /// <summary>What the page shows.</summary>
    public SurgeSendPage Shown { get; private set; } = null!;

    /// <summary>The message's version as it was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>How many people were shown.</summary>
    [BindProperty]
    public int People { get; set; }

    /// <summary>Cases to leave out.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Without { get; set; } = [];

    /// <summary>What the form for an approval posts.</summary>
    [BindProperty]
    public ApprovalInput Approval { get; set; } = new();

    /// <summary>Why the limits don't apply.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The form for an approval.</summary>
    public sealed class ApprovalInput
    {
        /// <summary>Its id, created when the form is first shown.</summary>
        public Guid Id { get; set; }

        /// <summary>Its number.</summary>
        public string? Number { get; set; }

        /// <summary>Its day.</summary>
        public DateParts On { get; set; } = new();

        /// <summary>Who gave it.</summary>
        public string? By { get; set; }
    }

    /// <summary>Those who get it, by language.</summary>
    public IEnumerable<IGrouping<string, SurgePerson>> Reached => Shown.People.Where(p => p.Why is null).GroupBy(p => p.Language).OrderBy(g => g.Key, StringComparer.Ordinal);

    /// <summary>Those who don't, by reason.</summary>
    public IEnumerable<IGrouping<LeftOut, SurgePerson>> LeftOut => Shown.People.Where(p => p.Why is not null).GroupBy(p => p.Why!.Value).OrderBy(g => g.Key);

    /// <summary>Shows the preview.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var outcome = await send.ExecuteAsync(new(id, Version, People) { Without = [.. Without] }, reader.Actor, cancellation);
        return await AnswerAsync(id, outcome, surge => Links.Office.Surge(surge), "We're sending it now. This page shows how far it is.", cancellation);
    }

    /// <summary>Records the approval.</summary>
    public async Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var check = new FormCheck(this, reader.Text)
            .Required("Approval.Number", Approval.Number, 60, "Enter the approval's number.")
            .Required("Approval.By", Approval.By, 120, "Enter who gave the approval.");
        var day = check.RequiredDay("Approval.On", Approval.On, "Enter the day it was given, such as 12 1 2026.");
        if (!check.Passed)
            return Page();
        var outcome = await approve.ExecuteAsync(new(Approval.Id, Shown.Message.TextMark, Approval.Number!, day!.Value, Approval.By!), reader.Actor, cancellation);
        return await AnswerAsync(id, outcome, _ => Links.Office.SendSurge(id), "Approval recorded.", cancellation);
    }

    /// <summary>Records the disaster exception of the surge.</summary>
    public async Task<IActionResult> OnPostExemptAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var check = new FormCheck(this, reader.Text)
            .Required(nameof(Reason), Reason, RecordDisasterException.LongestReason, "Say in 500 characters or fewer why the limits don't apply, and who told you so.");
        if (!check.Passed)
            return Page();
        var outcome = await exempt.ExecuteAsync(new(Shown.Surge.Id, Reason!), reader.Actor, cancellation);
        return await AnswerAsync(id, outcome, _ => Links.Office.SendSurge(id), "Exception recorded.", cancellation);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome outcome, Func<Guid, string> to, string done, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (outcome.Succeeded)
            return this.RedirectWithNotice(to(Shown.Surge.Id), done);
        new FormCheck(this, reader.Text).Refusal(outcome);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.ReadAsync(id, cancellation) is not { } page)
            return false;
        Shown = page;
        // The hidden fields hold what is shown now.
        ModelState.Remove(nameof(Version));
        ModelState.Remove(nameof(People));
        if (Approval.Id == default)
            Approval.Id = Guid.CreateVersion7(new DateTimeOffset(reader.Now));
        return true;
    }
}
