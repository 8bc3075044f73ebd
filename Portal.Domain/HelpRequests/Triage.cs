using System.Text.RegularExpressions;
using Portal.Domain.Cases;

namespace Portal.Domain.HelpRequests;

/// <summary>Reads urgency from the answers. Structured answers decide the priority; free text only suggests.</summary>
public static partial class Triage
{
    private const int DeadlineDays = 14;

    /// <summary>The priority given by the structured answers (casework.md "Priority").</summary>
    public static Priority PriorityOf(RequestAnswers answers, DateOnly today)
    {
        var deadline = answers.DeadlineOn is { } on && on >= today && on.DayNumber - today.DayNumber <= DeadlineDays;
        return answers.Urgency.Select(PriorityOf).Append(deadline ? Priority.P1 : Priority.P3).Min();
    }

    /// <summary>The priority given by one fact.</summary>
    public static Priority PriorityOf(UrgencyFact fact) => fact switch
    {
        UrgencyFact.LifeOrSafety or UrgencyFact.Detention or UrgencyFact.Eviction or UrgencyFact.UrgentMedical
            or UrgencyFact.Travel or UrgencyFact.Disaster => Priority.P0,
        UrgencyFact.BenefitStopped or UrgencyFact.Hardship or UrgencyFact.ActiveDuty => Priority.P1,
        _ => Priority.P2,
    };

    /// <summary>What anything the person typed may mean, including answers to the topic's own questions; null if nothing alarming.</summary>
    public static SafetyKind? DangerIn(RequestAnswers answers) => SafetyWords.Find(FreeText(answers));

    /// <summary>Whether the text seems to contain a Social Security number.</summary>
    public static bool HoldsSsn(string? text) => text is not null && Ssn().IsMatch(text);

    /// <summary>The text with anything like a Social Security number masked.</summary>
    public static string MaskSsn(string text) => Ssn().Replace(text, m => "•••-••-" + m.Value[^4..]);

    /// <summary>The text with anything like a Social Security number left out.</summary>
    public static string HideSsn(string text) => Ssn().Replace(text, "•••");

    /// <summary>Words in free text that suggest a higher priority; shown to staff, never acted on.</summary>
    public static IReadOnlyList<string> Suggestions(RequestAnswers answers)
    {
        var text = string.Join('\n', FreeText(answers));
        return [.. Alarming().Matches(text).Select(m => m.Value.ToLowerInvariant()).Distinct().Take(8)];
    }

    private static IEnumerable<string?> FreeText(RequestAnswers answers) =>
        [answers.Searched, answers.WhatHappened, answers.WhatYouWant, answers.DeadlineWhat, .. answers.TopicAnswers.Values, answers.ContactTimes];

    [GeneratedRegex(@"(?<![\d-])(?!000|666|9\d\d)\d{3}([- ]?)(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])")]
    private static partial Regex Ssn();

    [GeneratedRegex(
        @"\b(evict\w*|foreclos\w*|homeless|shut ?off|surgery|chemo\w*|dialysis|insulin|hospice|oxygen|detain\w*|deport\w*"
            + @"|removal|funeral|hearing|desaloj\w*|sin hogar|cirug[ií]a|di[aá]lisis|detenid[oa]|deportaci[oó]n|audiencia)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Alarming();
}
