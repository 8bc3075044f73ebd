using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Constituents;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Request;

/// <summary>Shows all answers for review, and sends the request.</summary>
[EnableRateLimiting(RateLimits.PublicPost)]
public sealed class CheckModel(
    RequestJourney journey, SubmitRequest submit, BotGate gate, DraftCookie cookie, ConstituentSession session, CaseDocuments documents,
    Translator text) : PageModel
{
    /// <summary>The answers so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>The answers, by step.</summary>
    public IReadOnlyList<AnswerSummary> Parts { get; private set; } = [];

    /// <summary>Steps that aren't complete.</summary>
    public IReadOnlyList<RequestStep> Gaps { get; private set; } = [];

    /// <summary>The files.</summary>
    public IReadOnlyList<Document> Documents { get; private set; } = [];

    /// <summary>Whether the free text seems to contain a Social Security number.</summary>
    public bool HoldsSsn => Triage.HoldsSsn(Answers.WhatHappened) || Triage.HoldsSsn(Answers.WhatYouWant);

    /// <summary>Phone numbers that may be incomplete.</summary>
    public IEnumerable<string> DoubtfulPhones =>
        new[] { Answers.Helper.Phone, Answers.Person.Phone }.Where(PhoneNumber.IsDoubtful).Select(p => PhoneNumber.Show(p)!);

    /// <summary>Email addresses that look mistyped, each with the one that was probably meant.</summary>
    public IEnumerable<(string Typed, string Meant)> DoubtfulEmails =>
        from typed in new[] { Answers.Helper.Email, Answers.Person.Email }.OfType<string>().Distinct()
        let meant = EmailTypo.Suggest(typed)
        where meant is not null
        select (typed, meant);

    /// <summary>Where a step's answers are on the page. Numbered, so errors are listed in the order of the steps.</summary>
    public static string PlaceOf(RequestStep step) => $"part-{step.Position}";

    /// <summary>Shows the answers.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) switch
        {
            null => await AwayAsync(),
            var draft => await ShowAsync(draft, cancellation),
        };

    /// <summary>Sends the request. Sending it twice leads to the same confirmation.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } draft)
            return cookie.Token is { } sent ? await SentBeforeAsync(sent, cancellation) : await AwayAsync();
        var check = new FormCheck(this, text);
        var isNew = Gaps.Count == 0;
        var passage = isNew ? await gate.PassAsync(HttpContext, "request", cancellation) : new(true, null);
        check.That(
            passage.Admitted, "",
            "We got too many requests from your internet connection. Your answers are saved. Try again in an hour, or call us.");
        if (!check.Passed)
            return await ShowAsync(draft, cancellation);

        var access = new CaseAccess(draft.Id, IdentityAssurance.None, null);
        var pending = isNew && await session.OpenWithNextSaveAsync(access);
        var outcome = await submit.ExecuteAsync(new(cookie.Token!, passage.ReviewReason), Actor.Anonymous, cancellation);
        if (outcome is SubmitRequest.Submitted)
        {
            await (pending ? session.StoreAsync() : session.OpenAsync(access));
            cookie.Forget();
            return LocalRedirect(Links.Request.Done);
        }

        if (pending)
            await session.CloseAsync();
        if (outcome is SubmitRequest.Incomplete incomplete)
            foreach (var step in incomplete.Steps)
                check.Problem(PlaceOf(step), "Finish this part: {0}", text[step.Name]);
        else
            check.Problem("", "We couldn't send your request. Your answers are saved. Try again.");
        return await ShowAsync(draft, cancellation);
    }

    // The answer to the first press may not have arrived.
    private async Task<IActionResult> SentBeforeAsync(string token, CancellationToken cancellation)
    {
        if (await submit.ExecuteAsync(new(token, null), Actor.Anonymous, cancellation) is not SubmitRequest.Submitted { CaseId: var id })
            return await AwayAsync();
        await session.OpenAsync(new CaseAccess(id, IdentityAssurance.None, null));
        cookie.Forget();
        return LocalRedirect(Links.Request.Done);
    }

    // The confirmation leads on to the case once staff are working on it.
    private async Task<IActionResult> AwayAsync() =>
        LocalRedirect(await session.ReadAsync() is { WholeCase: true } ? Links.Request.Done : Links.Request.Start);

    private async Task<Draft?> LoadAsync(CancellationToken cancellation)
    {
        if (await journey.ReadAsync(cancellation) is not { } draft)
            return null;
        Answers = draft.Answers;
        Gaps = RequestStep.Missing(Answers, await journey.TopicAsync(Answers, cancellation));
        return draft;
    }

    private async Task<PageResult> ShowAsync(Draft draft, CancellationToken cancellation)
    {
        Parts = AnswerSummary.From(Answers, await journey.TopicAsync(Answers, cancellation), text);
        Documents = await documents.ListAsync(draft.Id, cancellation);
        return Page();
    }
}
