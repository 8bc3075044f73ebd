using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Topics;
using Portal.Web.Hosting;
using Portal.Web.Pages.Shared;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Request;

/// <summary>The steps of a request: this browser's draft, and where each step leads.</summary>
public sealed class RequestJourney(Drafts drafts, SaveDraft save, DraftCookie cookie, TopicCatalog topics, HeldFormFiles held, Translator text)
{
    private string? _readToken;

    /// <summary>The draft as last read or begun in this request.</summary>
    public Draft? Open { get; private set; }

    /// <summary>This browser's draft; null if there is none.</summary>
    public async Task<Draft?> ReadAsync(CancellationToken cancellation)
    {
        if (_readToken is null || _readToken != cookie.Token)
            (_readToken, Open) = (cookie.Token, await drafts.FindAsync(cookie.Token, cancellation));
        return Open;
    }

    /// <summary>The answers so far; empty if there is no draft.</summary>
    public async Task<RequestAnswers> AnswersAsync(CancellationToken cancellation) => (await ReadAsync(cancellation))?.Answers ?? new();

    /// <summary>The draft, or a new one if this browser has none or lost its cookie.</summary>
    public async Task<Draft> ReadOrBeginAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } draft)
            return draft;
        var saved = (SaveDraft.Saved)await save.ExecuteAsync(new(null, text.Language, a => a), Actor.Anonymous, cancellation);
        cookie.Keep(saved.Token);
        (_readToken, Open) = (saved.Token, new(saved.Id, saved.Answers));
        return Open;
    }

    /// <summary>The chosen topic.</summary>
    public Task<TopicCard?> TopicAsync(RequestAnswers answers, CancellationToken cancellation) => topics.FindAsync(answers.TopicCode, cancellation);

    /// <summary>Saves a step and goes to the next page: the next step, the review, or where the user wants to go instead.</summary>
    public async Task<IActionResult> SaveAsync(PageModel page, RequestStep step, Func<RequestAnswers, RequestAnswers> change, CancellationToken cancellation)
    {
        switch (await save.ExecuteAsync(new(cookie.Token, text.Language, change), Actor.Anonymous, cancellation))
        {
            case SaveDraft.Saved saved:
                cookie.Keep(saved.Token);
                return page.LocalRedirect(Leaving(page) ?? Next(page, step, saved.Answers, await TopicAsync(saved.Answers, cancellation)));
            case SaveDraft.AlreadySubmitted:
                return await UnsentForm.KeepAsync(page.HttpContext, UnsentReason.AlreadySent, held) is { } unsent
                    ? unsent.AsResult()
                    : page.LocalRedirect(Links.Request.Done);
            case var other:
                throw new InvalidOperationException($"A draft could not be saved: {other}.");
        }
    }

    /// <inheritdoc cref="PageForms.Leaving(PageModel)" />
    public static string? Leaving(PageModel page) => PageForms.Leaving(page);

    /// <summary>Whether the step was opened from the review and returns there.</summary>
    public static bool FromCheck(PageModel page) => page.Request.Query["from"] == "check";

    /// <summary>URL of a step.</summary>
    public static string PathOf(RequestStep step, bool fromCheck = false) => Links.Request.Step(step.Key, fromCheck);

    /// <summary>Progress and heading data for a step.</summary>
    public static RequestTop Top(PageModel page, RequestStep step, RequestAnswers answers) =>
        new(new Steps(step.Number, RequestStep.Names), BackPath(page, step, answers), Triage.DangerIn(answers) == SafetyKind.SelfHarm);

    // A new topic has its own questions to answer, and another person may have to sign; every other change returns straight to the review.
    private static string Next(PageModel page, RequestStep step, RequestAnswers answers, TopicCard? topic)
    {
        var (next, fromCheck) = (step.Next(answers, topic), FromCheck(page));
        return !fromCheck ? PathOf(next)
            : (step == RequestStep.Questions || step == RequestStep.Address) && LacksNumbers(answers, topic) ? PathOf(RequestStep.Numbers, fromCheck)
            : next == RequestStep.Questions || (next == RequestStep.Signing && !next.IsComplete(answers, topic)) ? PathOf(next, fromCheck)
            : PathOf(RequestStep.Check);
    }

    // A topic changed from the review, or an address that turned out to be ours, brings numbers that no one was asked for.
    private static bool LacksNumbers(RequestAnswers answers, TopicCard? topic) => RequestStep.Numbers.IsAsked(answers, topic)
        && topic!.Questions.Where(q => q.Sensitive).All(q => !answers.TopicAnswers.ContainsKey(q.Id));

    private static string BackPath(PageModel page, RequestStep step, RequestAnswers answers) =>
        FromCheck(page) ? PathOf(RequestStep.Check) : step.Previous(answers) is { } before ? PathOf(before) : Links.Request.Start;
}

/// <summary>What every step shows above its heading.</summary>
public sealed record RequestTop(Steps Steps, string BackTo, bool Crisis)
{
    /// <summary>Whether the page has a form whose answers are saved before going back.</summary>
    public bool IsForm { get; init; } = true;
}
