using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Liaisons;
using Portal.Domain.Paper;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Writes to an agency: choose whom and what, look at the letter, send it.</summary>
public sealed class LetterModel(
    CasePageContext context, LetterDesk desk, LetterDrafts drafts, LetterPress press, SaveLetter save, SendLetter send, AgencyDirectory agencies)
    : CasePageModel(context)
{
    /// <summary>The letter's id from the URL; null before it was saved for the first time.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? LetterId { get; set; }

    /// <summary>The inquiry to follow up on.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Inquiry { get; set; }

    /// <summary>The agency from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>The request from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public PermittedAsk? Ask { get; set; }

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public LetterInput Input { get; set; } = new();

    /// <summary>The button that was pressed.</summary>
    [BindProperty]
    public string? Do { get; set; }

    /// <summary>What the author should change.</summary>
    [BindProperty]
    public string? Comment { get; set; }

    internal LetterContent Letter { get; private set; } = null!;

    internal LetterSituation Situation { get; private set; } = null!;

    internal PaperDocument Preview { get; private set; } = null!;

    internal IReadOnlyList<LetterGuard> Guards { get; private set; } = [];

    internal LetterDraft? Draft { get; private set; }

    internal IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    internal static IEnumerable<SelectListItem> Asks => InquiryModel.Asks;

    internal IEnumerable<SelectListItem> Contacts => Situation.Contacts.Select(c => new Choice($"{c.Contact.Id}", LetterText.NameOf(c.Contact), Why(c)));

    // The letter is signed by whoever wrote it, whoever reads or sends it.
    private string AuthorName => Draft is { } draft && draft.AuthorId != Actor.Id ? Head.Names.Person(draft.AuthorId, "en") : Actor.Name;

    /// <summary>Shows a letter: the saved one, or one that's proposed.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (LetterId is null && await MineAsync(cancellation) is { } mine)
            return Redirect(Urls.Letter(mine.Id));
        if (Head.Case.IsClosed)
            return this.RedirectWithNotice(Urls.Show(), "This case is closed. Reopen it first.");
        if (LetterId is { } id && (Draft = await drafts.FindAsync(Head.Case.Id, id, cancellation)) is not { IsGoing: false })
            return await GoneAsync(id, cancellation);
        if (LetterId is null && Agency is null && Inquiry is null && Head.Case.AgencyCode is null)
            return this.RedirectWithNotice(Urls.Change(), "Choose the topic or agency first.");
        var saved = Draft is { } draft ? LetterContent.Read(draft.Content) : null;
        if (await desk.ReadAsync(Head.Case.Id, saved?.AgencyCode ?? Agency, Draft?.InquiryId ?? Inquiry, AuthorName, cancellation) is not { } situation)
            return NotFound();
        Situation = situation;
        return await ShowLetterAsync(
            saved is null ? LetterComposer.Propose(situation, Ask ?? PermittedAsk.InformationOrStatus)
                : Draft!.IsSettled ? saved
                : LetterComposer.Refresh(saved, LetterComposer.Propose(situation, saved.Ask, saved.Reason)),
            null, cancellation);
    }

    /// <summary>Saves the letter, then does what the button says.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (letter, left) = await SavedAsync(cancellation);
        if (letter is null)
            return left!;
        var id = LetterId!.Value;
        if (LetterText.MethodOf(Do) is not { } method)
            return this.RedirectWithNotice(Urls.Letter(id), Do == "save" ? "Draft saved." : "Preview updated, and your draft is saved.");
        var outcome = await send.ExecuteAsync(new(Head.Case.Id, CaseVersion, id, method) { AtOnce = Do == "now" }, Actor, cancellation);
        return outcome switch
        {
            SendLetter.Scheduled => this.RedirectWithNotice(Urls.Show(), "The letter will go out in 30 seconds. To stop it, choose “Don't send” under “Letters.”"),
            SendLetter.Held { For: var hold } => this.RedirectWithNotice(Urls.Show(), hold switch
            {
                LetterHold.Signature => "Not sent yet. The letter is on the list for the Member's signature, and the managers know.",
                LetterHold.Colleague => "Not sent yet. A colleague has to review the letter and send it.",
                _ => "Not sent yet. A manager has to approve this letter, because its address is outside the agency.",
            }),
            SendLetter.Sent when method == InquiryMethod.Email => this.RedirectWithNotice(Urls.Show(), "The letter is on its way."),
            SendLetter.Sent => this.RedirectWithNotice(Urls.SentLetter(id), "Recorded as sent today. Now print or copy it, and send it."),
            _ => await RefuseAsync(outcome, letter, cancellation),
        };
    }

    /// <summary>Saves the letter and requests the release that it needs.</summary>
    public async Task<IActionResult> OnPostAskAsync([FromServices] AskForRelease ask, CancellationToken cancellation)
    {
        var (letter, left) = await SavedAsync(cancellation);
        return letter is null ? left!
            : await FinishAsync(
                await ask.ExecuteAsync(new(Head.Case.Id, null, letter.AgencyCode), Actor, cancellation),
                "Privacy release requested from the constituent. Your letter is saved.", "", cancellation);
    }

    /// <summary>Takes the letter out of the outbox.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync([FromServices] TakeBackLetter takeBack, CancellationToken cancellation) =>
        Left(await takeBack.ExecuteAsync(Head.Case.Id, LetterId ?? Guid.Empty, Actor, cancellation), Urls.Letter(LetterId ?? Guid.Empty), "The letter wasn't sent. It's a draft again.");

    /// <summary>Records that the Member signed the letter.</summary>
    public async Task<IActionResult> OnPostSignedAsync([FromServices] RecordSignature record, CancellationToken cancellation) => await FinishHoldAsync(
        await record.ExecuteAsync(new(Head.Case.Id, LetterId ?? Guid.Empty, Input.Version), Actor, cancellation), "Signature recorded. The letter can go out.", cancellation);

    /// <summary>Gives the letter back to its author.</summary>
    public async Task<IActionResult> OnPostSendBackAsync([FromServices] SendBackLetter sendBack, CancellationToken cancellation) => await FinishHoldAsync(
        await sendBack.ExecuteAsync(new(Head.Case.Id, LetterId ?? Guid.Empty, Input.Version, Comment ?? ""), Actor, cancellation), "Sent back to the author.", cancellation);

    private async Task<IActionResult> FinishHoldAsync(Outcome outcome, string notice, CancellationToken cancellation)
    {
        var id = LetterId ?? Guid.Empty;
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Urls.Letter(id), notice);
        if ((Draft = await drafts.FindAsync(Head.Case.Id, id, cancellation)) is not { IsGoing: false } draft)
            return await GoneAsync(id, cancellation);
        var kept = LetterContent.Read(draft.Content);
        if (await desk.ReadAsync(Head.Case.Id, kept.AgencyCode, draft.InquiryId, AuthorName, cancellation) is not { } situation)
            return NotFound();
        Situation = situation;
        return await RefuseAsync(outcome, kept, cancellation);
    }

    /// <summary>Throws the draft away.</summary>
    public async Task<IActionResult> OnPostDropAsync([FromServices] DropLetter drop, CancellationToken cancellation) =>
        Left(await drop.ExecuteAsync(Head.Case.Id, LetterId ?? Guid.Empty, Actor, cancellation), Urls.Show(), "Draft deleted.");

    // Null, with where to go instead, when it couldn't be saved.
    private async Task<(LetterContent? Letter, IActionResult? Left)> SavedAsync(CancellationToken cancellation)
    {
        var id = LetterId ?? Key;
        Draft = await drafts.FindAsync(Head.Case.Id, id, cancellation);
        Inquiry = Draft is null ? Inquiry : Draft.InquiryId;
        // A form of a draft that was sent or deleted in the meantime.
        if (Draft is null && LetterId is not null && LetterId != Key)
            return (null, await drafts.IsSentAsync(Head.Case.Id, id, cancellation)
                ? this.RedirectWithNotice(Urls.SentLetter(id), "This letter has already been sent.")
                : this.RedirectWithNotice(Urls.Show(), "This draft was deleted."));
        if (await LetterAsync(cancellation) is not { } letter)
            return (null, NotFound());
        var saved = await save.ExecuteAsync(new(Head.Case.Id, id, Inquiry, letter) { Version = Draft is null ? null : Input.Version }, Actor, cancellation);
        if (!saved.Succeeded)
            return (null, await RefuseAsync(saved, letter, cancellation));
        LetterId = id;
        return (letter, null);
    }

    // It may have gone out in the meantime.
    private IActionResult Left(Outcome outcome, string next, string done) => outcome switch
    {
        Outcome.Success => this.RedirectWithNotice(next, done),
        Outcome.NotPermitted => StatusCode(403),
        Outcome.NotFound => NotFound(),
        _ => this.RedirectWithNotice(Urls.Show(), "Too late: the letter has been sent."),
    };

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (Situation is null && await desk.ReadAsync(Head.Case.Id, Agency, Inquiry, AuthorName, cancellation) is { } situation)
        {
            Situation = situation;
            await ShowLetterAsync(LetterComposer.Propose(situation, PermittedAsk.InformationOrStatus), null, cancellation);
        }
    }

    /// <summary>Whether the reader can send the letter back: a colleague's letter anyone can, the rest only managers.</summary>
    internal bool MaySendBack => Draft is { IsSettled: true } && (Draft.HeldFor == LetterHold.Colleague ? Draft.LastWriterId != Actor.Id : Actor.May(Permission.ApproveLetters));

    /// <summary>The index of a guard's reason in the form.</summary>
    internal int ReasonOf(LetterGuard guard) => Input.Reasons.FindIndex(r => r.Key == guard.Key);

    private string Why(ContactChoice choice)
    {
        var card = choice.Contact.Card;
        string?[] parts =
        [
            choice is { ForTopic: true, ForState: true } ? Text["Deals with this topic and serves this state."]
                : choice.ForTopic ? Text["Deals with this topic."]
                : choice.ForState ? Text["Serves this state."]
                : choice.IsElsewhere ? Text["Serves other topics or states."]
                : null,
            string.Join(" · ", new[] { card.Email, card.Phone, card.Fax is { } fax ? $"fax {fax}" : null }.OfType<string>()),
            choice.Contact.VerifiedOn is not { } day ? Text["Never verified."]
                : choice.Contact.IsStale(Dates.Today) ? Text["Verified more than 6 months ago, on {0}.", Dates.Day(day)]
                : Text["Verified {0}.", Dates.Day(day)],
        ];
        return string.Join(" ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private async Task<LetterDraft?> MineAsync(CancellationToken cancellation) => (await drafts.OfCaseAsync(Head.Case.Id, cancellation))
        .FirstOrDefault(d => d.AuthorId == Actor.Id && !d.IsGoing && d.InquiryId == Inquiry && (Agency is null || LetterContent.Read(d.Content).AgencyCode == Agency)
            && (Ask is null || LetterContent.Read(d.Content).Ask == Ask));

    // A letter that's no longer a draft is in the outbox, went out, or was deleted.
    private async Task<IActionResult> GoneAsync(Guid id, CancellationToken cancellation) =>
        Draft is { IsGoing: true } ? Redirect(Urls.Show())
        : await drafts.IsSentAsync(Head.Case.Id, id, cancellation) ? Redirect(Urls.SentLetter(id))
        : NotFound();

    // What was typed, worded anew where another agency or request was chosen and nobody had edited the block.
    private async Task<LetterContent?> LetterAsync(CancellationToken cancellation)
    {
        var (code, before) = (Inquiry is null ? Input.Agency : null, Inquiry is null ? Input.ProposedAgency : null);
        if (await desk.ReadAsync(Head.Case.Id, code, Inquiry, AuthorName, cancellation) is not { } situation)
            return null;
        Situation = situation;
        var fresh = LetterComposer.Propose(situation, Input.Ask, Input.Reason);
        if (code == before && Input.Ask == Input.ProposedAsk && Input.Reason == Input.ProposedReason)
            return Input.ToLetter(Draft is { } kept && LetterContent.Read(kept.Content) is var written && written.AgencyCode == fresh.AgencyCode && written.Ask == fresh.Ask ? written : fresh)
                with
            { Stage = fresh.Stage, ByMember = fresh.ByMember };
        var proposedFor = code == before ? situation : await desk.ReadAsync(Head.Case.Id, before, Inquiry, AuthorName, cancellation) ?? situation;
        var proposed = LetterComposer.Propose(proposedFor, Input.ProposedAsk, Input.ProposedReason);
        return LetterComposer.Reword(Input.ToLetter(proposed), proposed, fresh);
    }

    private async Task<IActionResult> RefuseAsync(Outcome outcome, LetterContent letter, CancellationToken cancellation)
    {
        switch (outcome)
        {
            case Outcome.NotFound:
                return NotFound();
            case Outcome.NotPermitted:
                return StatusCode(403);
            case Outcome.Stale:
                return await StaleAsync(letter, cancellation);
            case SendLetter.Guarded { Guards: var guards }:
                foreach (var guard in guards)
                    Check.Problem("", guard.Level is GuardLevel.Stop or GuardLevel.Signature or GuardLevel.Colleague ? "{0}" : "Enter a reason, or change the letter: {0}", Text[guard.Title, guard.Arguments]);
                return await ShowLetterAsync(letter, guards, cancellation);
            default:
                Check.Refusal(outcome);
                return await ShowLetterAsync(letter, null, cancellation);
        }
    }

    private async Task<IActionResult> StaleAsync(LetterContent letter, CancellationToken cancellation)
    {
        await ShowLetterAsync(letter, null, cancellation);
        return await FinishAsync(new Outcome.Stale(), "", "", cancellation);
    }

    private async Task<PageResult> ShowLetterAsync(LetterContent letter, IReadOnlyList<LetterGuard>? refused, CancellationToken cancellation)
    {
        Agencies = AgencyChoices.From(await agencies.WithReleasesAsync(Text.Language, cancellation), Text.Language);
        Letter = letter;
        Draft = LetterId is { } saved ? await drafts.FindAsync(Head.Case.Id, saved, cancellation) : null;
        var found = LetterGuards.Find(letter, Situation, null).Concat(refused ?? []).DistinctBy(g => g.Key).ToList();
        var sender = Draft is null ? new() { IsManager = Actor.May(Permission.ApproveLetters) } : LetterSender.Of(Draft, Actor.Id, Actor.May(Permission.ApproveLetters));
        // What a signature or a colleague has settled needs no more words.
        Guards = [.. found.Where(g => g.Level is not (GuardLevel.Signature or GuardLevel.Colleague) || LetterGuards.Open([g], letter, sender).Any())];
        // What's shown is the letter as it was saved, not the words of an earlier post.
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith(nameof(Input), StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        Input = LetterInput.From(letter, Guards);
        Input.Version = Draft?.Version ?? 0;
        Preview = await press.LayAsync(letter, Situation, null, Now, cancellation);
        return Page();
    }
}
