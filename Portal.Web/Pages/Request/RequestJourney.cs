using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Topics;
using Portal.Web.Pages.Shared;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Request;

/// <summary>The way through a request: the draft of this browser, the order of the steps, and where each leads.</summary>
public sealed class RequestJourney(Drafts drafts, SaveDraft save, DraftCookie cookie, TopicCatalog topics, Translator text)
{
    /// <summary>The steps people see, in order. The topic's own questions belong to the first.</summary>
    public static readonly IReadOnlyList<string> StepNames =
        ["What it's about", "Who needs help", "Where you live", "What happened", "Deadlines and emergencies", "How to reach you", "Documents", "Review and send"];

    private static readonly RequestStep[] Order =
        [RequestStep.Topic, RequestStep.Questions, RequestStep.Who, RequestStep.Address, RequestStep.Story, RequestStep.Urgency, RequestStep.Contact, RequestStep.Documents, RequestStep.Check];

    /// <summary>The draft of this browser; null when there is none.</summary>
    public Task<Draft?> ReadAsync(CancellationToken cancellation) => drafts.FindAsync(cookie.Token, cancellation);

    /// <summary>The answers so far; empty ones when there is no draft.</summary>
    public async Task<RequestAnswers> AnswersAsync(CancellationToken cancellation) => (await ReadAsync(cancellation))?.Answers ?? new();

    /// <summary>The draft; a new one when this browser has none or lost its cookie.</summary>
    public async Task<Draft> ReadOrBeginAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } draft)
            return draft;
        var saved = (SaveDraft.Saved)await save.ExecuteAsync(new(null, text.Language, a => a), cancellation);
        cookie.Keep(saved.Token);
        return new(saved.Id, saved.Answers, 0, false);
    }

    /// <summary>The chosen topic.</summary>
    public Task<TopicCard?> TopicAsync(RequestAnswers answers, CancellationToken cancellation) => topics.FindAsync(answers.TopicCode, cancellation);

    /// <summary>Keeps a step and says where to go next: on, back to the check, or to the page that mails a way back.</summary>
    public async Task<IActionResult> SaveAsync(PageModel page, RequestStep step, Func<RequestAnswers, RequestAnswers> change, CancellationToken cancellation)
    {
        switch (await save.ExecuteAsync(new(cookie.Token, text.Language, change), cancellation))
        {
            case SaveDraft.Saved saved:
                cookie.Keep(saved.Token);
                return page.LocalRedirect(Later(page) ? "/request/save" : Next(page, step, await TopicAsync(saved.Answers, cancellation)));
            case SaveDraft.AlreadySubmitted:
                return page.LocalRedirect("/request/done");
            case var other:
                throw new InvalidOperationException($"A draft could not be saved: {other}.");
        }
    }

    /// <summary>Whether the person pressed "Save and come back later": then nothing is demanded.</summary>
    public static bool Later(PageModel page) => page.Request.Form["save"] == "later";

    /// <summary>Whether the step was opened from the check page and leads back there.</summary>
    public static bool FromCheck(PageModel page) => page.Request.Query["from"] == "check";

    /// <summary>The page of a step.</summary>
    public static string PathOf(RequestStep step) => "/request/" + step.ToString().ToLowerInvariant();

    /// <summary>What the page shows above its heading.</summary>
    public static RequestTop Top(PageModel page, RequestStep step, RequestAnswers answers) =>
        new(new Steps(NumberOf(step), StepNames), FromCheck(page) ? "/request/check" : Back(step, answers), Triage.MentionsSelfHarm(answers));

    private static string Next(PageModel page, RequestStep step, TopicCard? topic)
    {
        if (FromCheck(page) && step != RequestStep.Topic)
            return "/request/check";
        var next = Order[Array.IndexOf(Order, step) + 1];
        if (next == RequestStep.Questions && topic is null or { Questions.Count: 0 })
            next = FromCheck(page) ? RequestStep.Check : RequestStep.Who;
        return PathOf(next) + (FromCheck(page) ? "?from=check" : "");
    }

    private static string Back(RequestStep step, RequestAnswers answers)
    {
        var at = Array.IndexOf(Order, step);
        if (at == 0)
            return "/request";
        var before = Order[at - 1];
        return PathOf(before == RequestStep.Questions && answers.TopicCode is null ? RequestStep.Topic : before);
    }

    private static int NumberOf(RequestStep step) => step == RequestStep.Topic ? 1 : (int)step;
}

/// <summary>What every step shows above its heading.</summary>
public sealed record RequestTop(Steps Steps, string BackTo, bool Crisis);
