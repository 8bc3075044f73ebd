using System.Text.RegularExpressions;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>A placeholder in a template, filled in for each document. Facts known only at signing, such as the date, aren't available.</summary>
/// <param name="Name">The name between the curly brackets.</param>
/// <param name="Meaning">What it's replaced with: an English phrase that is also its translation key.</param>
/// <param name="KnownWhen">The clause conditions under which it's known; empty when it always is.</param>
public sealed partial record MergeField(string Name, string Meaning, IReadOnlyList<ClauseCondition> KnownWhen)
{
    /// <summary>Every field a template can use.</summary>
    public static IReadOnlyList<MergeField> All { get; } =
    [
        new("agency", Says("The full name of the agency"), []),
        new("agencyShort", Says("The short name of the agency"), []),
        new("member", Says("The Member of Congress, with title"), []),
        new("subject", Says("The person the records are about"), []),
        new("signer", Says("The person who signs"), []),
        new("records", Says("The records, as the signer confirmed them"), []),
        new("months", Says("Longest time the release lasts, such as 12 months"), []),
        new("contact", Says("The office's phone number and email address"), []),
        new("purpose", Says("What the person wants done, in their own words"), [ClauseCondition.RequestGiven]),
        new("other", Says("The other person the office may talk with"), [ClauseCondition.OtherPerson]),
        new("language", Says("The language of the interpreter"), [ClauseCondition.Interpreter]),
        new("witnesses", Says("Number of witnesses the agency requires for a mark"), [ClauseCondition.MarkWitnessed]),
        new("maxAgeDays", Says("Days the agency allows between the signature and receiving the document"), [ClauseCondition.MustArrive]),
        new("sensitive", Says("The specially protected records that were checked"),
            [ClauseCondition.Sensitive, ClauseCondition.SubstanceUse, ClauseCondition.Hiv, ClauseCondition.SickleCell]),
    ];

    /// <summary>The placeholder as written in a template.</summary>
    public string Written => $"{{{Name}}}";

    /// <summary>Whether a clause with this condition can use it.</summary>
    public bool IsKnown(ClauseCondition when) => KnownWhen.Count == 0 || KnownWhen.Contains(when);

    /// <summary>The field with that name; null when there's none.</summary>
    public static MergeField? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>The names between curly brackets, whether or not they're fields.</summary>
    public static IReadOnlyList<string> NamesIn(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>Whether the text has an unmatched curly bracket.</summary>
    public static bool HasLooseBracket(string text) => Place().Replace(text, "").AsSpan().ContainsAny('{', '}');

    /// <summary>Fills in the fields in one pass. Brackets inside a value stay as they are, and so does a name without a value.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(text, m => values.GetValueOrDefault(m.Groups[1].Value, m.Value));

    // Marks a literal as translatable.
    private static string Says(string english) => english;

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Place();
}
