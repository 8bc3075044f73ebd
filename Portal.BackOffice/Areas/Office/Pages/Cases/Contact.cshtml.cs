using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Corrections;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Access;
using Portal.Domain.Tasks;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Corrects names, email, phone numbers, or the address of a case, with the reason and how the person was identified.</summary>
public sealed class ContactModel(CasePageContext context, CaseContact contacts, CorrectContact correct, TasksQuery tasks) : CasePageModel(context)
{
    /// <summary>The contact data, as typed.</summary>
    [BindProperty]
    public ContactForm Contact { get; set; } = new();

    /// <summary>Why.</summary>
    [BindProperty]
    public CorrectionReason? Reason { get; set; }

    /// <summary>How the person was identified.</summary>
    [BindProperty]
    public IdentityCheck? Checked { get; set; }

    /// <summary>What else the file should say.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Who needs help.</summary>
    public HelpFor HelpFor { get; private set; }

    /// <summary>Changes a caller asked for that aren't settled.</summary>
    public IReadOnlyList<CaseTask> Held { get; private set; } = [];

    internal IReadOnlyList<string> EarlierPhones { get; private set; } = [];

    internal IEnumerable<Choice> Reasons => Enum.GetValues<CorrectionReason>().Select(r => new Choice(r.ToString(), Text[CorrectionText.Describe(r)]));

    internal IEnumerable<Choice> Checks => Enum.GetValues<IdentityCheck>().Select(c => new Choice(c.ToString(), Text[CorrectionText.Describe(c)]));

    internal IEnumerable<SelectListItem> Kinds => ContactForm.Kinds.Select(k => new SelectListItem(Text[k.Name], k.Kind.ToString()));

    internal IEnumerable<SelectListItem> States => Domain.Districts.States.All.Select(s => new SelectListItem(s.NameIn(Text.Language), s.Code));

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Contact = ContactForm.Of((await ReadAsync(cancellation)).Contact);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var known = await ReadAsync(cancellation);
        var check = Check;
        Contact.Check(check, HelpFor, nameof(Contact));
        check.That(Reason is not null, nameof(Reason), "Choose a reason.")
            .That(Checked is not null, nameof(Checked), "Choose how you verified who they are. Never change contact data on the word of a caller alone.")
            .Fits(nameof(Words), Words, CorrectContact.MaxWords);
        if (!check.Passed)
            return Page();
        var command = new CorrectContact.Command(Head.Case.Id, CaseVersion, Contact.Over(known.Contact, HelpFor), Reason, Checked) { Words = Words, Key = Key };
        return await FinishAsync(
            await correct.ExecuteAsync(command, Actor, cancellation), "Contact information corrected.", "Contact.Email", cancellation);
    }

    /// <summary>Ends a hold: nothing is to be changed.</summary>
    public async Task<IActionResult> OnPostLiftAsync([FromForm] Guid taskId, [FromServices] EndTask end, CancellationToken cancellation)
    {
        Contact = ContactForm.Of((await ReadAsync(cancellation)).Contact);
        ModelState.Clear();
        return await FinishAsync(await end.ExecuteAsync(new(Head.Case.Id, taskId, true), Actor, cancellation), "Hold ended. Nothing was changed.", "", cancellation);
    }

    /// <inheritdoc />
    protected override Task PrepareAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    private async Task<CaseContact.Known> ReadAsync(CancellationToken cancellation)
    {
        var known = await contacts.ReadAsync(Head.Case.Id, cancellation);
        Held = [.. (await tasks.OfCaseAsync(Head.Case.Id, cancellation)).Where(t => t is { Kind: TaskKind.ChangeAsked, EndedAt: null })];
        (HelpFor, EarlierPhones) = (known.HelpFor, known.EarlierPhones);
        return known;
    }
}
