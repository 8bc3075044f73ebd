using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Desk;
using Portal.Domain.Documents;
using Portal.Domain.Messages;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>A case: who acts next, what it is about, what happened, and everything that can be done.</summary>
public sealed class ShowModel(
    CaseDesk desk, AcceptCase accept, AssignCase assign, ConfirmResidency confirm, ReopenCase reopen, MarkAsRead see, ClearSafetyAlert handleAlert, AskForRelease ask, EndInformationRequest drop,
    RevealIdentifier revealNumber, RevealText revealText, OpenDocument open, OpenRelease openRelease) : CasePageModel(desk)
{
    /// <summary>Shows the whole timeline.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Shows everything unfolded, for paper.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Print { get; set; }

    internal CasePage Sheet { get; private set; } = null!;

    internal IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    internal bool HasMore { get; private set; }

    internal (string Name, DateTime At)? Colleague { get; private set; }

    internal string? NextReference { get; private set; }

    internal (string Name, string Value)? Revealed { get; private set; }

    internal Protected Secrets => new(Actor, Revealed);

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Takes the request on.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellation) =>
        await FinishAsync(await accept.ExecuteAsync(new(Head.Case.Id, CaseVersion), Actor, cancellation), "Request accepted.", "", cancellation);

    /// <summary>Makes the case the reader's.</summary>
    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancellation) =>
        await FinishAsync(await assign.ExecuteAsync(new(Head.Case.Id, CaseVersion, Actor.Id), Actor, cancellation), "This case is now yours.", "", cancellation);

    /// <summary>Staff looked at the address.</summary>
    public async Task<IActionResult> OnPostResidencyAsync(CancellationToken cancellation) =>
        await FinishAsync(await confirm.ExecuteAsync(new(Head.Case.Id, CaseVersion), Actor, cancellation), "Residency confirmed.", "", cancellation);

    /// <summary>Takes a closed case up again.</summary>
    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancellation) =>
        await FinishAsync(await reopen.ExecuteAsync(new(Head.Case.Id, CaseVersion), Actor, cancellation), "Case reopened.", "", cancellation);

    /// <summary>What came needs no answer.</summary>
    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellation) =>
        await FinishAsync(await see.ExecuteAsync(new(Head.Case.Id, CaseVersion, Seen), Actor, cancellation), "Marked as read.", "", cancellation);

    /// <summary>Puts the safety alert down.</summary>
    public async Task<IActionResult> OnPostAlertHandledAsync(CancellationToken cancellation) =>
        await FinishAsync(await handleAlert.ExecuteAsync(new(Head.Case.Id, CaseVersion), Actor, cancellation), "Alert cleared. New messages can raise it again.", "", cancellation);

    /// <summary>Asks for a privacy release.</summary>
    public async Task<IActionResult> OnPostReleaseAsync(string agency, Guid? party, CancellationToken cancellation) =>
        await FinishAsync(await ask.ExecuteAsync(new(Head.Case.Id, CaseVersion, agency ?? "") { PartyId = party }, Actor, cancellation), "Privacy release requested from the constituent.", "", cancellation);

    /// <summary>Drops what was asked of the constituent.</summary>
    public async Task<IActionResult> OnPostDropAsync(Guid request, CancellationToken cancellation) =>
        await FinishAsync(await drop.ExecuteAsync(new(Head.Case.Id, request), Actor, cancellation), "Request canceled.", "", cancellation);

    /// <summary>Shows a number, or masked text, in full on this one page.</summary>
    public async Task<IActionResult> OnPostRevealAsync(string name, bool text, CancellationToken cancellation)
    {
        var outcome = text
            ? await revealText.ExecuteAsync(new(Head.Case.Id, name ?? ""), Actor, cancellation)
            : await revealNumber.ExecuteAsync(new(Head.Case.Id, name ?? ""), Actor, cancellation);
        if (outcome is not RevealIdentifier.Revealed revealed)
            return await FinishAsync(outcome, "", "", cancellation);
        Revealed = (name!, revealed.Value);
        return await ShowAsync(cancellation);
    }

    /// <summary>Hands a document over, never to be run by the browser.</summary>
    public async Task<IActionResult> OnPostDocumentAsync(Guid document, CancellationToken cancellation) =>
        await open.ExecuteAsync(Head.Case.Id, document, Actor, cancellation) switch
        {
            OpenDocument.Opened opened => File(opened.Content, opened.ContentType, opened.FileName),
            var refused => await FinishAsync(refused, "", "", cancellation),
        };

    /// <summary>Hands the sealed release over.</summary>
    public async Task<IActionResult> OnPostSealedAsync(Guid release, CancellationToken cancellation)
    {
        // Somebody else's release is not opened by way of this case.
        if (!(await Desk.PageAsync(Head, cancellation)).Agencies.SelectMany(a => a.Releases).Any(r => r.Id == release))
            return NotFound();
        return await openRelease.ExecuteAsync(release, Actor, cancellation) switch
        {
            OpenRelease.Opened opened => File(opened.Content, "application/pdf", opened.FileName),
            var refused => await FinishAsync(refused, "", "", cancellation),
        };
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Sheet = await Desk.PageAsync(Head, cancellation);
        (Entries, HasMore) = await Desk.TimelineAsync(Head, All || Print, cancellation);
        Colleague = await Desk.ColleagueAsync(Head, cancellation);
        NextReference = QueueAddress.FilterOf(Back) is { } filter ? await Desk.NextAsync(Head, filter, cancellation) : null;
    }
}
