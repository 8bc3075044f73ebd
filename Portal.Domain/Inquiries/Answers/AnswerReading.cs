using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Agencies;

namespace Portal.Domain.Inquiries.Answers;

/// <summary>How an agency's answer came out.</summary>
public enum AnswerResult
{
    /// <summary>As the constituent wanted.</summary>
    InFavor,

    /// <summary>In part.</summary>
    Partly,

    /// <summary>Not as the constituent wanted.</summary>
    Denied,

    /// <summary>The agency gave information and decided nothing.</summary>
    InformationOnly,
}

/// <summary>What the text of an agency's answer suggests. Proposals: a caseworker chooses, and nothing is set from them.</summary>
/// <param name="Text">The text; empty when the document has none, such as a fax.</param>
public sealed partial record AnswerReading(string Text)
{
    /// <summary>The dates, in order.</summary>
    public IReadOnlyList<FoundDate> Dates { get; } = AnswerDates.Find(Text);

    /// <summary>How it seems to have come out; null when the text doesn't say.</summary>
    public AnswerResult? Result => Partly().IsMatch(Text) ? AnswerResult.Partly
        : Denied().IsMatch(Text) ? AnswerResult.Denied
        : Favor().IsMatch(Text) ? AnswerResult.InFavor
        : null;

    /// <summary>Whether the text seems to speak of this period: it names its length or its form.</summary>
    public bool Mentions(AppealPeriodCard period) =>
        (period.Days is { } days && (Names($"{days.ToString(CultureInfo.InvariantCulture)} days")
            || (days is >= 365 and <= 366 && (Names("one year") || Names("1 year")))
            || (days is >= 182 and <= 184 && (Names("six months") || Names("6 months")))))
        || period.Forms.Any(Names);

    private bool Names(string words) =>
        Regex.IsMatch(Text, $@"(?<!\w){Regex.Escape(words).Replace(@"\ days", @"\s+(?:calendar\s+)?days", StringComparison.Ordinal)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\b(partially|in part|partly)\b.{0,60}\b(approv|grant|favorabl|allow)|\b(approv|grant|allow)\w*\b.{0,40}\b(partially|in part)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Partly();

    [GeneratedRegex(@"\b(denied|denies|denial|disallowed|not approved|unable to approve|cannot approve|not eligible|do(es)? not qualify|unfavorable|affirm(ed|s)? (the|our|its) (denial|decision)|remains? unchanged|was correct)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\b(approved|granted|favorable|have been (issued|released|paid|corrected)|has been (issued|released|paid|corrected|reinstated|mailed))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Favor();
}
