using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Platform.Bots;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Request;

/// <summary>Shows everything once more, and sends it.</summary>
[EnableRateLimiting(RateLimits.PublicPost)]
public sealed class CheckModel(
    RequestJourney journey, SubmitRequest submit, IBotCheck bots, DoubtfulRequests doubtful, DraftCookie cookie, ConstituentSession session, PortalDb db, Translator text) : PageModel
{
    /// <summary>What is known.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>The answers, step by step.</summary>
    public IReadOnlyList<AnswerSummary> Parts { get; private set; } = [];

    /// <summary>Steps that are not complete.</summary>
    public IReadOnlyList<RequestStep> Gaps { get; private set; } = [];

    /// <summary>The files.</summary>
    public IReadOnlyList<Document> Documents { get; private set; } = [];

    /// <summary>Whether the free text seems to hold a Social Security number.</summary>
    public bool HoldsSsn => Triage.HoldsSsn(Answers.WhatHappened) || Triage.HoldsSsn(Answers.WhatYouWant);

    /// <summary>Where a step's answers stand on the page. Numbered, so that errors are listed in the order of the steps.</summary>
    public static string PlaceOf(RequestStep step) => $"part-{(int)step}";

    /// <summary>Shows the answers.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) switch
        {
            null => LocalRedirect("/request"),
            { Submitted: true } => LocalRedirect("/request/done"),
            var draft => await ShowAsync(draft, cancellation),
        };

    /// <summary>Sends the request. Sending it twice leads to the same confirmation.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } draft)
            return LocalRedirect("/request");
        var review = !draft.Submitted && Gaps.Count == 0 && await bots.CheckAsync(await Request.BotAnswerAsync("request"), cancellation) is BotVerdict.ForReview { Reason: var why } ? why : null;
        if (review is not null && !doubtful.Admit(HttpContext))
        {
            ModelState.AddModelError("", text["We got too many requests from your internet connection. Your answers are saved. Try again in an hour, or call us."]);
            return await ShowAsync(draft, cancellation);
        }

        var access = new CaseAccess(draft.Id, IdentityAssurance.None, null);
        var along = !draft.Submitted && Gaps.Count == 0 && await session.OpenWithNextSaveAsync(access);
        var outcome = await submit.ExecuteAsync(new(cookie.Token!, review), cancellation);
        if (outcome is SubmitRequest.Submitted)
        {
            await (along ? session.StoreAsync() : session.OpenAsync(access));
            return LocalRedirect("/request/done");
        }

        if (along)
            await session.CloseAsync();
        if (outcome is SubmitRequest.Incomplete incomplete)
            foreach (var step in incomplete.Steps)
                ModelState.AddModelError(PlaceOf(step), text["Finish this part: {0}", text[NameOf(step)]]);
        else
            ModelState.AddModelError("", text["We couldn't send your request. Your answers are saved. Try again."]);
        return await ShowAsync(draft, cancellation);
    }

    private static string NameOf(RequestStep step) => step == RequestStep.Questions ? "Questions about this topic" : RequestJourney.StepNames[Math.Max(0, step == RequestStep.Topic ? 0 : (int)step - 1)];

    private async Task<Draft?> LoadAsync(CancellationToken cancellation)
    {
        if (await journey.ReadAsync(cancellation) is not { } draft)
            return null;
        Answers = draft.Answers;
        var topic = await journey.TopicAsync(Answers, cancellation);
        Gaps = RequestStep.Missing(Answers, topic);
        return draft;
    }

    private async Task<PageResult> ShowAsync(Draft draft, CancellationToken cancellation)
    {
        Parts = AnswerSummary.From(Answers, await journey.TopicAsync(Answers, cancellation), text);
        Documents = await db.Set<Document>().AsNoTracking().Where(d => d.CaseId == draft.Id).OrderBy(d => d.Id).ToListAsync(cancellation);
        return Page();
    }
}
