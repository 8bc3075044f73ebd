using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Desk;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Knowledge;
using Portal.Domain.MailRoom;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Domain.Writing;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>The case page: who acts next, what it's about, what happened, and every available action.</summary>
public sealed class ShowModel(CasePageContext context, Timeline timeline, CaseQueue queue, CaseReleases releases, BesideCase beside, TimeProvider clock) : CasePageModel(context)
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    /// <summary>Shows the whole timeline.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>What the case was merged with.</summary>
    public IReadOnlyList<MergedWith> Merged { get; private set; } = [];

    /// <summary>The case's tags.</summary>
    public IReadOnlyList<Tag> Tags { get; private set; } = [];

    /// <summary>Expands every section for printing.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Print { get; set; }

    /// <summary>Whether a note was just added.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Noted { get; set; }

    /// <summary>The priority chosen for a new case.</summary>
    [BindProperty]
    public Priority? Priority { get; set; }

    /// <summary>Whether a doubtful address was checked and is in the area we serve.</summary>
    [BindProperty]
    public bool LivesHere { get; set; }

    internal CasePage Sheet { get; private set; } = null!;

    /// <summary>Whether the case is new and the reader may accept it.</summary>
    internal bool IsTriage => Head.Case is { Status: CaseStatus.Received, AcceptedAt: null, IsConfirmed: true } && Actor.May(Permission.WorkCases) && Sheet.Answers is not null;

    /// <summary>How a text begins: up to a space, or cut where it has none, but never within a character.</summary>
    public static string Beginning(string text)
    {
        const int Longest = 280;
        if (text.Length <= Longest)
            return text;
        var space = text.LastIndexOf(' ', Longest);
        var end = space > Longest / 2 ? space : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text[..end] + " …";
    }

    /// <summary>Whether to ask what happens next: a note was added, and nothing is planned.</summary>
    internal bool AsksForPlan => Noted && !Head.Case.IsClosed && Head.Case.AcceptedAt is not null && !Sheet.Progress.HasPlan() && Sheet.SnoozedUntil is null && Actor.May(Permission.WorkCases);

    internal IEnumerable<SelectListItem> Priorities =>
        Enum.GetValues<Priority>().Select(p => new SelectListItem($"{p}: {Text[CaseText.Describe(p)]}", p.ToString()));

    internal IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    internal bool HasMore { get; private set; }

    internal (string Name, DateTime At)? Colleague { get; private set; }

    /// <summary>Forms in which the reader typed something and sent nothing.</summary>
    internal IReadOnlyList<KeptForm> Kept { get; private set; } = [];

    /// <summary>How the office works on the case's topic.</summary>
    internal IReadOnlyList<Procedure> Procedures { get; private set; } = [];

    internal string? NextReference { get; private set; }

    internal (string Name, string Value)? Revealed { get; private set; }

    internal IdentifierMask Mask => new(Actor, Revealed);

    /// <summary>Shows the case.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Accepts the request.</summary>
    public async Task<IActionResult> OnPostAcceptAsync([FromServices] AcceptCase accept, CancellationToken cancellation) =>
        await FinishAsync(await accept.ExecuteAsync(new(Head.Case.Id, CaseVersion), Actor, cancellation), "Request accepted.", "", cancellation);

    /// <summary>Accepts a new case as judged, and goes on with the next one if that's wanted.</summary>
    public async Task<IActionResult> OnPostTriageAsync([FromServices] TriageCase triage, bool next, CancellationToken cancellation)
    {
        var outcome = await triage.ExecuteAsync(new(Head.Case.Id, CaseVersion, Priority ?? Head.Case.Priority) { LivesHere = LivesHere }, Actor, cancellation);
        var following = next && outcome.Succeeded ? await NextAsync(cancellation) : null;
        return await FinishAsync(
            outcome, next && following is null ? "Request accepted. That was the last one in this list." : "Request accepted.",
            outcome == TriageCase.ResidencyUnknown ? nameof(LivesHere) : "", cancellation,
            !next ? null : following is null ? QueueUrl : Links.Office.CasePages(following, QueueUrl).Show());
    }

    /// <summary>Assigns the case to the signed-in user.</summary>
    public async Task<IActionResult> OnPostTakeAsync([FromServices] AssignCase assign, CancellationToken cancellation) =>
        await FinishAsync(
            await assign.ExecuteAsync(new(Head.Case.Id, CaseVersion, Actor.Id), Actor, cancellation), "This case is now yours.", "", cancellation);

    /// <summary>Confirms residency after a look at the address.</summary>
    public async Task<IActionResult> OnPostResidencyAsync([FromServices] ConfirmResidency confirm, CancellationToken cancellation) =>
        await FinishAsync(await confirm.ExecuteAsync(new(Head.Case.Id, CaseVersion), Actor, cancellation), "Residency confirmed.", "", cancellation);

    /// <summary>Reopens a closed case.</summary>
    public async Task<IActionResult> OnPostReopenAsync([FromServices] ReopenCase reopen, CancellationToken cancellation) =>
        await FinishAsync(await reopen.ExecuteAsync(new(Head.Case.Id, CaseVersion), Actor, cancellation), "Case reopened.", "", cancellation);

    /// <summary>Marks new activity as read.</summary>
    public async Task<IActionResult> OnPostReadAsync([FromServices] MarkAsRead markAsRead, CancellationToken cancellation) =>
        await FinishAsync(await markAsRead.ExecuteAsync(new(Head.Case.Id, CaseVersion, Seen), Actor, cancellation), "Marked as read.", "", cancellation);

    /// <summary>"I'm calling now": for a while, colleagues don't call too.</summary>
    public async Task<IActionResult> OnPostCallAsync([FromServices] StartSafetyCall call, CancellationToken cancellation) =>
        await FinishAsync(
            await call.ExecuteAsync(new(Head.Case.Id), Actor, cancellation), "Your colleagues see that you're calling. Afterward, record who reached the person, or that you reached no one.", "",
            cancellation);

    /// <summary>The call reached no one: colleagues can call right away.</summary>
    public async Task<IActionResult> OnPostNoAnswerAsync([FromServices] EndSafetyCall end, CancellationToken cancellation) =>
        await FinishAsync(
            await end.ExecuteAsync(new(Head.Case.Id), Actor, cancellation), "Recorded. The alert stays open, and a colleague can call now. Try again soon, or ask the police for a welfare check.", "",
            cancellation);

    /// <summary>Requests a privacy release.</summary>
    public async Task<IActionResult> OnPostReleaseAsync([FromServices] AskForRelease ask, string agency, Guid? party, CancellationToken cancellation) =>
        await FinishAsync(
            await ask.ExecuteAsync(new(Head.Case.Id, CaseVersion, agency ?? "") { PartyId = party }, Actor, cancellation),
            "Privacy release requested from the constituent.", "", cancellation);

    /// <summary>Cancels a request for information.</summary>
    public async Task<IActionResult> OnPostDropAsync([FromServices] EndInformationRequest end, Guid request, CancellationToken cancellation) =>
        await FinishAsync(await end.ExecuteAsync(new(Head.Case.Id, request), Actor, cancellation), "Request canceled.", "", cancellation);

    /// <summary>Ends a deadline that was met or no longer matters.</summary>
    public async Task<IActionResult> OnPostDeadlineAsync([FromServices] EndDeadline end, Guid deadline, CancellationToken cancellation) =>
        await FinishAsync(await end.ExecuteAsync(Head.Case.Id, deadline, Actor, cancellation), "Deadline cleared. It's off the constituent's page, and we won't send more reminders.", "", cancellation);

    /// <summary>Records that an email filed as an answer isn't one.</summary>
    public async Task<IActionResult> OnPostNoAnswerMailAsync([FromServices] DismissAnswer dismiss, Guid email, CancellationToken cancellation) =>
        await FinishAsync(await dismiss.ExecuteAsync(new(Head.Case.Id, email), Actor, cancellation), "Dismissed. The email and its files stay on the case.", "", cancellation);

    /// <summary>Reveals an identity number, in this response only.</summary>
    public async Task<IActionResult> OnPostRevealAsync([FromServices] RevealIdentifier reveal, string name, CancellationToken cancellation) =>
        await RevealAsync(name, await reveal.ExecuteAsync(new(Head.Case.Id, name ?? ""), Actor, cancellation), cancellation);

    /// <summary>Reveals masked text, in this response only.</summary>
    public async Task<IActionResult> OnPostRevealTextAsync([FromServices] RevealText reveal, string name, CancellationToken cancellation) =>
        await RevealAsync(name, await reveal.ExecuteAsync(new(Head.Case.Id, name ?? ""), Actor, cancellation), cancellation);

    /// <summary>Downloads a document. The browser must never run it.</summary>
    public async Task<IActionResult> OnPostDocumentAsync([FromServices] OpenDocument open, Guid document, CancellationToken cancellation) =>
        await open.ExecuteAsync(Head.Case.Id, document, Actor, cancellation) switch
        {
            OpenDocument.Opened opened => File(opened.Content, opened.ContentType, opened.FileName),
            var refused => await FinishAsync(refused, "", "", cancellation),
        };

    /// <summary>Downloads the sealed release.</summary>
    public async Task<IActionResult> OnPostSealedAsync([FromServices] OpenRelease open, Guid release, CancellationToken cancellation)
    {
        if (!await releases.HasAsync(Head.Case.Id, release, cancellation))
            return NotFound();
        return await open.ExecuteAsync(release, Actor, cancellation) switch
        {
            OpenRelease.Opened opened => File(opened.Content, "application/pdf", opened.FileName),
            var refused => await FinishAsync(refused, "", "", cancellation),
        };
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Merged = await beside.Same.MergedAsync(Head.Case.Id, cancellation);
        Tags = [.. (await beside.Tags.OfAsync([Head.Case.Id], cancellation))[Head.Case.Id]];
        var id = Head.Case.Id;
        Sheet = await ReadCaseAsync(cancellation);
        Priority ??= Head.Case.Priority;
        (Entries, HasMore) = await timeline.ReadAsync(id, Text.Language, Head.Names, All || Print, cancellation);
        Kept = await ReadKeptAsync(cancellation);
        Procedures = await beside.Procedures.OfTopicAsync(Head.Case.TopicCode, Text.Language, cancellation);
        Colleague = await timeline.ColleagueAsync(id, Actor.Id, clock.GetUtcNow().UtcDateTime - JustNow, Head.Names, cancellation);
        NextReference = await NextAsync(cancellation);
    }

    private async Task<string?> NextAsync(CancellationToken cancellation) => QueueAddress.FilterOf(Back) is { } filter
        ? await queue.NextAsync(filter, Actor.Id, CaseQueueCursor.From(Head.Case), cancellation)
        : null;

    private async Task<IActionResult> RevealAsync(string name, Outcome outcome, CancellationToken cancellation)
    {
        if (outcome is not RevealIdentifier.Revealed revealed)
            return await FinishAsync(outcome, "", "", cancellation);
        Revealed = (name, revealed.Value);
        return await ShowAsync(cancellation);
    }
}
