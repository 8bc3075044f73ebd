using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Status;

/// <summary>
/// The case as the constituent sees it: where it stands, update due, open requests, messages, files, and releases.
/// </summary>
[EnableRateLimiting(RateLimits.PublicPost)]
[RequestSizeLimit(MostBytes)]
public sealed class CaseModel(
    ConstituentSession session, StatusPageQuery pages, PostMessage post, AddDocument add, EndInformationRequest answer, AskForRelease ask,
    Translator text) : PageModel
{
    private const long MostBytes = 60 * 1024 * 1024;

    /// <summary>A message, as typed.</summary>
    [BindProperty]
    public string? Body { get; set; }

    /// <summary>Idempotency key, so a double click sends only one message.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>Files.</summary>
    [BindProperty]
    public List<IFormFile> Upload { get; set; } = [];

    /// <summary>Whether the files are pages of one document.</summary>
    [BindProperty]
    public bool AsOne { get; set; }

    /// <summary>The case.</summary>
    public StatusPage? StatusPage { get; private set; }

    /// <summary>Releases that were signed at some point.</summary>
    public IEnumerable<StatusPageRelease> SignedReleases =>
        StatusPage!.Releases.Where(r => r.Fact.Signature is not null || r.Fact.Status == ReleaseStatus.Checking);

    /// <summary>Tells where the case stands.</summary>
    public ProgressText Text => new(text.Language, StatusPage!.Agencies, StatusPage.Calendar, StatusPage.Today);

    /// <summary>Formats a date in the office's time zone.</summary>
    public string When(DateTime utc) => Texts.Day(text.Language, StatusPage!.Calendar.DayOf(utc));

    /// <summary>Status of a signed release.</summary>
    public string StateOf(StatusPageRelease release) => release.Fact.Status switch
    {
        ReleaseStatus.Withdrawn => text["Withdrawn on {0}", When(release.EndedAt ?? default)],
        // Closing a case ends its release before its expiration date.
        ReleaseStatus.Expired when release.EndedAt is { } ended && StatusPage!.Calendar.DayOf(ended) <= release.Fact.ExpiresOn =>
            text["Ended on {0}, when your case was closed", When(ended)],
        ReleaseStatus.Expired => text["Expired on {0}", Texts.Day(text.Language, release.Fact.ExpiresOn ?? default)],
        ReleaseStatus.Superseded => text["Replaced by a newer one"],
        ReleaseStatus.Checking => text["We have it. A caseworker will review it before we use it."],
        ReleaseStatus.Refused => text["We couldn't accept it"],
        ReleaseStatus.Dropped => text["No longer needed"],
        _ => text[
            "Signed on {0}. Valid until your case closes, and no later than {1}", When(release.Fact.Signature!.SignedAt),
            Texts.Day(text.Language, release.Fact.ExpiresOn ?? default)],
    };

    /// <summary>Shows the case.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) is null ? LocalRedirect(Links.Status.Ended) : Page();

    /// <summary>Sends a message, together with the files that are chosen.</summary>
    public Task<IActionResult> OnPostMessageAsync(CancellationToken cancellation) => ActAsync(async (access, check) =>
    {
        var (files, withMessage, holdsNumber) = (Upload.Count, !string.IsNullOrWhiteSpace(Body), Triage.HoldsSsn(Body));
        if (files == 0)
            check.Required(nameof(Body), Body, "Enter a message.");
        return !await SendAsync(access, check, cancellation) ? null
            : (files, withMessage) switch
            {
                _ when holdsNumber => "We got what you sent. It seems to contain a Social Security number, so we show only its last four digits.",
                (0, _) => "We got your message.",
                (1, true) => "We got your message and your file.",
                (1, _) => "We got your file.",
                (_, true) => "We got your message and your files.",
                _ => "We got your files.",
            };
    }, cancellation);

    /// <summary>Adds files. A message that was typed and not yet sent stays.</summary>
    public Task<IActionResult> OnPostUploadAsync(CancellationToken cancellation) => ActAsync(
        async (access, check) =>
        {
            var files = Upload.Count;
            return check.That(files > 0, nameof(Upload), "Choose a file first.").Passed && await AddAsync(access, check, cancellation)
                ? files == 1 ? "We got your file." : "We got your files."
                : null;
        },
        cancellation);

    /// <summary>Marks a request for information as done, after sending what was typed and chosen for it.</summary>
    public Task<IActionResult> OnPostAnsweredAsync(Guid id, CancellationToken cancellation) => ActAsync(
        async (access, check) => await SendAsync(access, check, cancellation)
            && Passed(check, await answer.ExecuteAsync(new(access.CaseId, id), access.Actor, cancellation), "")
            ? "Thank you. Our staff will review it."
            : null,
        cancellation);

    /// <summary>Records that the agency's answer solved the problem. A message that was typed and not yet sent stays.</summary>
    public Task<IActionResult> OnPostSolvedAsync([FromServices] RateAnswer rate, Guid id, CancellationToken cancellation) =>
        RateAsync(rate, id, AnswerHelp.Solved, "Thank you for telling us.", cancellation);

    /// <summary>Records that the constituent doesn't want to be asked about the answer.</summary>
    public Task<IActionResult> OnPostSkipAsync([FromServices] RateAnswer rate, Guid id, CancellationToken cancellation) =>
        RateAsync(rate, id, null, "We won't ask about this answer again.", cancellation);

    private Task<IActionResult> RateAsync(RateAnswer rate, Guid id, AnswerHelp? help, string notice, CancellationToken cancellation) => ActAsync(
        async (access, check) => Passed(
            check, await Outcome.RetryOnceIfStaleAsync(() => rate.ExecuteAsync(new(access.CaseId, id, help, null, Guid.Empty), access.Actor, cancellation)), "") ? notice : null,
        cancellation);

    /// <summary>Opens a document that the office shared.</summary>
    public async Task<IActionResult> OnPostDocumentAsync([FromServices] OpenDocument open, Guid id, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } access)
            return LocalRedirect(Links.Status.Ended);
        return await open.ExecuteAsync(access.CaseId, id, access.Actor, cancellation) is OpenDocument.Opened opened
            ? File(opened.Content, opened.ContentType, opened.FileName)
            : NotFound();
    }

    /// <summary>Requests a new release to replace one that was withdrawn.</summary>
    public Task<IActionResult> OnPostAnewAsync(string agency, CancellationToken cancellation) => ActAsync(
        async (access, check) => Passed(check, await ask.ExecuteAsync(new(access.CaseId, null, agency), access.Actor, cancellation), "")
            ? "You can sign the new release now."
            : null,
        cancellation);

    /// <summary>
    /// Whether a withdrawn release can be signed again: only the constituent's own, and only if no other has replaced
    /// it.
    /// </summary>
    public bool MaySignAnew(StatusPageRelease release) =>
        release.Fact.Status == ReleaseStatus.Withdrawn && !StatusPage!.Case.IsClosed && release.IsOwn(StatusPage.Case)
        && StatusPage.Releases.All(r => r.Fact.AgencyCode != release.Fact.AgencyCode || r.Fact.PartyId != release.Fact.PartyId || !r.Fact.Status.IsLive());

    /// <summary>What's missing, in terms the constituent understands; staff tasks aren't shown.</summary>
    public string Say(ReleaseGap gap) => gap switch
    {
        { Kind: GapKind.Withdrawn } when StatusPage!.Releases.Any(r => r.Fact.Id == gap.ReleaseId && MaySignAnew(r)) => text[
            "The privacy release for {0} was withdrawn, so we won't contact the agency. Want us to? Sign a new one below, or write to us.",
            gap.Arguments],
        { Kind: GapKind.Withdrawn } => text[
            "The privacy release for {0} was withdrawn, so nothing more goes to the agency. Changed your mind? Write to us.", gap.Arguments],
        { Kind: GapKind.ToCheck } => text["We're reviewing your signed release for {0}.", gap.Arguments],
        { Who: not Turn.Constituent } => text["We still need a privacy release for {0}. We'll tell you if you need to sign.", gap.Arguments],
        _ when StatusPage!.Releases.FirstOrDefault(r => r.Fact.Id == gap.ReleaseId) is { } release && !release.IsOwn(StatusPage.Case) =>
            $"{text[gap.Problem, gap.Arguments]} {text[
                release.Fact.CannotSign is null ? "Only {0} can do this." : "Whoever signs for {0} can do this.", release.Fact.SubjectName]}",
        _ => $"{text[gap.Problem, gap.Arguments]} {text["You can do this now."]}",
    };

    // The act returns what was done; null if something was refused. What is still typed or chosen afterward stays.
    private async Task<IActionResult> ActAsync(Func<CaseAccess, FormCheck, Task<string?>> act, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } access)
            return LocalRedirect(Links.Status.Ended);
        if (await act(access, new FormCheck(this, text)) is not { } notice)
        {
            await LoadAsync(cancellation);
            return Page();
        }

        if (string.IsNullOrWhiteSpace(Body) && Upload.Count == 0)
            return this.RedirectWithNotice(Links.Status.Case, notice);
        this.Notify(notice);
        await LoadAsync(cancellation);
        return Page();
    }

    // The files first: if they're refused, the message can still be changed.
    private async Task<bool> SendAsync(CaseAccess access, FormCheck check, CancellationToken cancellation)
    {
        if (!check.Fits(nameof(Body), Body, Message.MaxLength).Passed || (Upload.Count > 0 && !await AddAsync(access, check, cancellation)))
            return false;
        if (string.IsNullOrWhiteSpace(Body))
            return true;
        if (!Passed(check, await post.ExecuteAsync(new(access.CaseId, Body, Key), access.Actor, cancellation), nameof(Body)))
            return false;
        // The next message needs a key of its own.
        (Body, Key) = (null, Guid.Empty);
        ModelState.Remove(nameof(Body));
        return true;
    }

    private async Task<bool> AddAsync(CaseAccess access, FormCheck check, CancellationToken cancellation)
    {
        await using var files = ChosenFiles.Open(Upload);
        var outcome = await add.ExecuteAsync(
            new(access.CaseId, files.First.Name, files.First.Content) { Further = files.Further, AsOne = AsOne }, access.Actor, cancellation);
        if (!Passed(check, outcome, nameof(Upload)))
            return false;
        (Upload, AsOne) = ([], false);
        ModelState.Remove(nameof(AsOne));
        return true;
    }

    private static bool Passed(FormCheck check, Outcome outcome, string field) => outcome.Succeeded || check.Refusal(outcome, field).Passed;

    private async Task<CaseAccess?> LoadAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return null;
        StatusPage = await pages.ReadAsync(access.CaseId, cancellation);
        if (Key == Guid.Empty && StatusPage is not null)
            Key = StatusPage.MessageKey;
        return StatusPage is null ? null : access;
    }
}
