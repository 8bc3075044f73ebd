using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Topics;

namespace Portal.Web.Pages.Request;

/// <summary>All answers, for the partial <c>_Answers</c>.</summary>
/// <param name="Parts">The answers, by step.</param>
/// <param name="Gaps">Steps that aren't complete.</param>
/// <param name="CanChange">Whether each part links back to its page.</param>
public sealed record AnswerSheet(IReadOnlyList<AnswerSummary> Parts, IReadOnlyList<RequestStep> Gaps, bool CanChange);

/// <summary>An answer and its question, both in the reader's language.</summary>
/// <param name="IsKept">Whether a translating browser must leave the value alone: a name, an address, or a number.</param>
public sealed record AnswerLine(string Label, string Value, bool IsKept = false);

/// <summary>The answers of one step, for review, printing, and storage.</summary>
public sealed record AnswerSummary(RequestStep Step, string Heading, IReadOnlyList<AnswerLine> Lines)
{
    // People give names, addresses, and numbers here; the other answers are words, which a browser may translate.
    private static readonly string[] Kept = ["You", "Name", "Signer", "Other names used", "Place of birth", "Email", "Phone number", "Address"];

    // Documents are shown as files, and the review itself has no answers.
    private static readonly Dictionary<RequestStep, Func<RequestAnswers, TopicCard?, Translator, IEnumerable<(string Label, string? Value)>>> LinesOf = new()
    {
        [RequestStep.Topic] = OfTopic,
        [RequestStep.Questions] = OfQuestions,
        [RequestStep.Who] = OfWho,
        [RequestStep.Signing] = OfSigning,
        [RequestStep.Address] = OfAddress,
        [RequestStep.Story] = OfStory,
        [RequestStep.Urgency] = OfUrgency,
        [RequestStep.Contact] = OfContact,
        [RequestStep.Numbers] = OfNumbers,
    };

    /// <summary>Lists every answer by step, in the reader's language, with numbers masked.</summary>
    public static IReadOnlyList<AnswerSummary> From(RequestAnswers answers, TopicCard? topic, Translator text) =>
    [
        .. RequestStep.All.Where(s => s.IsAsked(answers, topic) && LinesOf.ContainsKey(s)).Select(s => new AnswerSummary(s, text[s.Name],
            [
                .. LinesOf[s](answers, topic, text).Where(l => !string.IsNullOrWhiteSpace(l.Value))
                    .Select(l => new AnswerLine(l.Label, l.Value!, Kept.Any(k => text[k] == l.Label)))
            ])),
    ];

    private static IEnumerable<(string, string?)> OfTopic(RequestAnswers answers, TopicCard? topic, Translator text) =>
        [
            (text["Topic"], topic?.Issue.In(text.Language) ?? (answers.TopicUnsure ? text["I'm not sure"] : null)),
            (text["What you searched for"], answers.Searched is { } searched ? Triage.MaskSsn(searched) : null),
        ];

    private static IEnumerable<(string, string?)> OfQuestions(RequestAnswers answers, TopicCard? topic, Translator text) =>
        topic!.Questions.Where(q => !q.Sensitive).Select(q => (q.Label.In(text.Language), (string?)Shown(q, answers, text)));

    private static IEnumerable<(string, string?)> OfNumbers(RequestAnswers answers, TopicCard? topic, Translator text) =>
        topic!.Questions.Where(q => q.Sensitive).Select(q => (q.Label.In(text.Language), (string?)Shown(q, answers, text)));

    private static IEnumerable<(string, string?)> OfWho(RequestAnswers answers, TopicCard? topic, Translator text) =>
        [(text["For"], WhoOf(answers, text)), (text["Relationship"], answers.HelpFor == HelpFor.SomeoneElse ? answers.Relation : null)];

    private static IEnumerable<(string, string?)> OfSigning(RequestAnswers answers, TopicCard? topic, Translator text) =>
    [
        (text["Can they sign?"], answers.Signing switch
        {
            { Reason: { } why } => text[SignerText.Describe(why)],
            { CanSign: true } => text["Yes"],
            _ => null,
        }),
        (text["Who signs for them"], answers.CannotSign is null ? null
            : answers.Signing.Capacity is { } capacity ? text[SignerText.Describe(capacity)]
            : text["I don't know"]),
        (text["Signer"], answers.CannotSign is null ? null
            : answers.HelperSigns ? text["Me"]
            : string.Join(", ", new[] { answers.Signing.SignerName, answers.Signing.SignerEmail }.Where(p => !string.IsNullOrWhiteSpace(p)))),
    ];

    private static IEnumerable<(string, string?)> OfAddress(RequestAnswers answers, TopicCard? topic, Translator text) =>
        [
        (text["Address"], answers.Address.OneLine),
        (text["Lives"], answers.Address.Kind switch
        {
            HomeKind.NoFixedAddress => text["No fixed address"],
            HomeKind.OutsideUnitedStates => text["Outside the United States"],
            _ => null,
        }),
        (text["Last home in the United States"], answers.Address.Kind == HomeKind.OutsideUnitedStates ? $"{answers.Address.State} {answers.Address.Zip}".Trim() : null),
        (text["Address check"], answers.StaffPleaseCheck ? text["Our staff will check the address"] : null)];

    private static IEnumerable<(string, string?)> OfStory(RequestAnswers answers, TopicCard? topic, Translator text) =>
    [
        (text["What has happened so far"], answers.WhatHappened),
        (text["What you'd like to happen"], answers.WhatYouWant),
        (
            text["Another congressional office"],
            answers.OtherOffice switch { true => $"{text["Yes"]} {answers.OtherOfficeName}", false => text["No"], _ => null }),
    ];

    private static IEnumerable<(string, string?)> OfUrgency(RequestAnswers answers, TopicCard? topic, Translator text) =>
    [
        (
            text["Urgent needs"],
            !answers.UrgencyAnswered ? null
                : answers.Urgency.Count == 0 ? text["None of these"]
                : string.Join("; ", answers.Urgency.Select(f => text[UrgencyModel.SentenceOf(f)]))),
        (text["Next deadline"], answers.DeadlineOn is { } day ? $"{Texts.Day(text.Language, day)} {answers.DeadlineWhat}" : null),
    ];

    private static IEnumerable<(string, string?)> OfContact(RequestAnswers answers, TopicCard? topic, Translator text) =>
    [
        (text["You"], answers.HelpFor == HelpFor.SomeoneElse ? Reach(answers.Helper) : null),
        (text["Name"], answers.Person.FullName),
        (text["Other names used"], answers.Person.OtherNames),
        (text["Date of birth"], answers.Person.BornOn is { } born ? Texts.Day(text.Language, born) : null),
        (text["Place of birth"], answers.Person.BirthPlace),
        (text["Email"], answers.Person.Email),
        (text["Phone number"], PhoneNumber.Show(answers.Person.Phone)),
        (text["Language for letters and emails"], answers.Language switch { "es" => "Español", "en" => "English", _ => null }),
        (text["Another language"], answers.SpokenLanguage),
        (text["Best time to call"], answers.ContactTimes),
    ];

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

    private static string Reach(PersonAnswers person) =>
        string.Join(", ", new[] { person.FullName, person.Email, PhoneNumber.Show(person.Phone) }.Where(p => !string.IsNullOrWhiteSpace(p)));
}
