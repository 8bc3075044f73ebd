using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Facts;
using Portal.Domain.HelpRequests;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Topics;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>The questions for the chosen topic. Identity numbers are entered once and never shown in full again.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class QuestionsModel(RequestJourney journey, FactList facts, Translator text) : PageModel
{
    // "The week before Thanksgiving, 2025" is a valid answer too.
    private const int LongestDate = 60;

    /// <summary>An answer, as typed.</summary>
    public sealed class Answer
    {
        /// <summary>ID of the question.</summary>
        public string Id { get; set; } = "";

        /// <summary>As typed.</summary>
        public string? Value { get; set; }
    }

    /// <summary>The answers, as typed, in the order of the questions.</summary>
    [BindProperty]
    public List<Answer> Input { get; set; } = [];

    /// <summary>Code of the topic the questions belong to, in case the browser lost its cookie in the meantime.</summary>
    [BindProperty]
    public string? TopicCode { get; set; }

    /// <summary>The step: the topic's questions, or the ID numbers it needs. Two pages share the model.</summary>
    public RequestStep Step =>
        PageContext.ActionDescriptor.ViewEnginePath.EndsWith("Numbers", StringComparison.Ordinal) ? RequestStep.Numbers : RequestStep.Questions;

    /// <summary>The questions of this step.</summary>
    public IReadOnlyList<TopicQuestion> Questions { get; private set; } = [];

    /// <summary>The chosen topic.</summary>
    public TopicCard? Topic { get; private set; }

    /// <summary>Deadlines that people with this problem must know.</summary>
    public IReadOnlyList<Deadline> Deadlines { get; private set; } = [];

    /// <summary>The answers so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>Yes and no.</summary>
    public IEnumerable<Choice> YesNo => [new("yes", text["Yes"]), new("no", text["No"])];

    /// <summary>Most characters in an answer.</summary>
    public static int LongestOf(TopicQuestion question) =>
        question.Kind == QuestionKind.Date ? LongestDate : question.MaxLength > 0 ? question.MaxLength : 2000;

    /// <summary>Hint for a question; for a number that is already stored, its last characters.</summary>
    public string? HintOf(TopicQuestion question) =>
        question.Sensitive && Answers.TopicAnswers.TryGetValue(question.Id, out var kept) && kept.Length > 0
            ? text["We have {0}. Leave this blank to keep it.", Identifiers.Mask(kept)]
            : question.Hint?.In(text.Language)
                ?? (question.Kind == QuestionKind.Date
                    ? text["Month, day, and year, such as 8/15/2026. If you don't know it, tell us about when."]
                    : null);

    /// <summary>Shows the questions.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return LocalRedirect(RequestJourney.PathOf(RequestStep.Topic));
        if (Step == RequestStep.Numbers && Questions.Count == 0)
            return LocalRedirect(RequestJourney.PathOf(RequestStep.Contact));
        Input = [.. Questions.Select(q => new Answer { Id = q.Id, Value = q.Sensitive ? null : Answers.TopicAnswers.GetValueOrDefault(q.Id) })];
        return Page();
    }

    /// <summary>Saves the answers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return LocalRedirect(RequestJourney.PathOf(RequestStep.Topic));
        var typed = Questions.ToDictionary(q => q.Id, q => Input.FirstOrDefault(i => i.Id == q.Id)?.Value?.Trim() ?? "");
        foreach (var question in Questions.Where(q => q.Sensitive && typed[q.Id].Length == 0))
            typed[question.Id] = Answers.TopicAnswers.GetValueOrDefault(question.Id, "");
        if (!Check(typed))
            return Page();
        return await journey.SaveAsync(
            this, Step,
            a => a with
            {
                TopicCode = Topic!.Code,
                TopicUnsure = false,
                // The answers of the other step stay, unless they belong to another topic.
                TopicAnswers = typed.Where(t => t.Value.Length > 0)
                    .Concat(a.TopicCode == Topic.Code ? a.TopicAnswers.Where(t => !typed.ContainsKey(t.Key)) : []).ToDictionary(),
            },
            cancellation);
    }

    private bool Check(Dictionary<string, string> typed)
    {
        var check = new FormCheck(this, text);
        foreach (var (question, i) in Questions.Select((q, i) => (q, i)))
        {
            var (field, value) = ($"Input[{i}].Value", typed[question.Id]);
            check.That(!question.Required || value.Length > 0 || RequestJourney.Leaving(this) is not null, field, "Answer this question.");
            if (question.Kind == QuestionKind.LongText)
                check.Fits(field, value, LongestOf(question));
            else
                check.AtMost(field, value, LongestOf(question));
            check.That(question.Identifier != "Ssn" || value.Length == 0 || Identifiers.Ssn(value) is not null, field,
                "Enter a Social Security number with 9 digits, such as 123-45-6789.");
        }

        return check.Passed;
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        Topic = await journey.TopicAsync(Answers.TopicCode is null && !Answers.TopicUnsure ? Answers with { TopicCode = TopicCode } : Answers, cancellation);
        Questions = Topic is null ? [] : [.. Topic.Questions.Where(q => q.Sensitive == (Step == RequestStep.Numbers))];
        Deadlines = Step == RequestStep.Questions ? await facts.DeadlinesAsync(Topic, cancellation) : [];
        return Topic is not null;
    }
}
