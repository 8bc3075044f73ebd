using Portal.BackOffice.Kit;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Topics;

namespace Portal.Web.Pages.Request;

/// <summary>All answers, for the partial <c>_Answers</c>.</summary>
/// <param name="Parts">Step by step.</param>
/// <param name="Gaps">Steps that are not complete.</param>
/// <param name="CanChange">Whether each part leads back to its page.</param>
public sealed record AnswerSheet(IReadOnlyList<AnswerSummary> Parts, IReadOnlyList<RequestStep> Gaps, bool CanChange);

/// <summary>The answers of one step, for checking, printing and keeping.</summary>
public sealed record AnswerSummary(RequestStep Step, string Heading, IReadOnlyList<(string Label, string Value)> Lines)
{
    /// <summary>Everything that was answered, step by step, in the reader's language; numbers masked.</summary>
    public static IReadOnlyList<AnswerSummary> From(RequestAnswers answers, TopicCard? topic, Translator text)
    {
        var language = text.Language;
        return
        [
            Part(RequestStep.Topic, "What it's about", text, ("Topic", topic?.Issue.In(language) ?? (answers.TopicUnsure ? text["I'm not sure"] : null))),
            .. topic is { Questions.Count: > 0 }
                ? [new AnswerSummary(RequestStep.Questions, text["Questions about this topic"], [.. topic.Questions.Select(q => (q.Label.In(language), Shown(q, answers, text)))])]
                : Array.Empty<AnswerSummary>(),
            Part(RequestStep.Who, "Who needs help", text, ("For", WhoOf(answers, text)), ("Relationship", answers.HelpFor == HelpFor.SomeoneElse ? answers.Relation : null)),
            Part(RequestStep.Address, "Where you live", text, ("Address", answers.Address.OneLine), ("Address check", answers.StaffPleaseCheck ? text["Our staff will check the address"] : null)),
            Part(RequestStep.Story, "What happened", text, ("What has happened so far", answers.WhatHappened), ("What you'd like to happen", answers.WhatYouWant),
                ("Another congressional office", answers.OtherOffice switch { true => $"{text["Yes"]} {answers.OtherOfficeName}", false => text["No"], _ => null })),
            Part(RequestStep.Urgency, "Deadlines and emergencies", text, ("Urgent needs", Facts(answers, text)),
                ("Next deadline", answers.DeadlineOn is { } day ? $"{Texts.Day(language, day)} {answers.DeadlineWhat}" : null)),
            Part(RequestStep.Contact, "How to reach you", text,
                ("You", answers.HelpFor == HelpFor.SomeoneElse ? Reach(answers.Helper) : null), ("Name", answers.Person.FullName), ("Other names used", answers.Person.OtherNames),
                ("Date of birth", answers.Person.BornOn is { } born ? Texts.Day(language, born) : null), ("Place of birth", answers.Person.BirthPlace),
                ("Email", answers.Person.Email), ("Phone number", answers.Person.Phone),
                ("Language for letters and emails", answers.Language switch { "es" => "Español", "en" => "English", _ => null }), ("Another language", answers.SpokenLanguage), ("Best time to call", answers.ContactTimes)),
        ];
    }

    private static AnswerSummary Part(RequestStep step, string heading, Translator text, params ReadOnlySpan<(string Label, string? Value)> lines)
    {
        var shown = new List<(string, string)>();
        foreach (var (label, value) in lines)
            if (!string.IsNullOrWhiteSpace(value))
                shown.Add((text[label], value));
        return new(step, text[heading], shown);
    }

    private static string Shown(TopicQuestion question, RequestAnswers answers, Translator text)
    {
        var value = answers.TopicAnswers.GetValueOrDefault(question.Id, "");
        return value.Length == 0 ? "–"
            : question.Sensitive ? Identifiers.Mask(value)
            : question.Kind == QuestionKind.YesNo ? text[value == "yes" ? "Yes" : "No"]
            : value;
    }

    private static string? WhoOf(RequestAnswers answers, Translator text) => answers.HelpFor switch
    {
        HelpFor.Me => text["Me"],
        HelpFor.SomeoneElse => text["Someone else"],
        HelpFor.Organization => answers.OrganizationName,
        _ => null,
    };

    private static string Facts(RequestAnswers answers, Translator text) =>
        answers.Urgency.Count == 0 ? text["None of these"] : string.Join("; ", answers.Urgency.Select(f => text[UrgencyModel.SentenceOf(f)]));

    private static string Reach(PersonAnswers person) => string.Join(", ", new[] { person.FullName, person.Email, person.Phone }.Where(p => !string.IsNullOrWhiteSpace(p)));
}
