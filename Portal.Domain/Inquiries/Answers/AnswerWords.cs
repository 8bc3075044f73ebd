using System.Text.RegularExpressions;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries.Answers;

/// <summary>
/// The words in which the constituent is told of an answer. Dates, deadlines, and the result are merge fields that stay empty, and stop
/// sending, until somebody has chosen them.
/// </summary>
public static partial class AnswerWords
{
    private const string LetterDate = "{letter date}";
    private const string Result = "{result}";
    private const string Options = "{deadlines}";

    /// <summary>A message to start from, in the constituent's language.</summary>
    /// <param name="language">en or es.</param>
    /// <param name="greeting">The person's name; null when a helper reads it.</param>
    /// <param name="agency">The agency, as used in a sentence.</param>
    /// <param name="kind">The kind of answer.</param>
    public static string Draft(string language, string? greeting, string agency, ResponseKind kind)
    {
        string T(string english, params object?[] arguments) => Texts.Get(language, english, arguments);
        var hello = greeting is null ? T("Hello:") : T("Dear {0},", greeting);
        string[] parts = kind switch
        {
            ResponseKind.Acknowledgment => [hello, T("{0} wrote to us on {1}. It has our inquiry and will look into it.", Texts.Capitalized(agency), LetterDate)],
            ResponseKind.Interim =>
            [
                hello, T("{0} wrote to us on {1}. It's still working on your case and has no final answer yet.", Texts.Capitalized(agency), LetterDate),
                T("Waiting doesn't extend any deadline. If a letter gives you a date to appeal or reply, don't miss it."),
            ],
            _ => [hello, T("{0} sent us an answer dated {1}.", Texts.Capitalized(agency), LetterDate) + " " + Result, Options, T("Questions? Write to us here, or call.")],
        };
        return string.Join("\n\n", parts);
    }

    /// <summary>The words with what was chosen in place of the fields. What wasn't chosen stays a field.</summary>
    public static string Fill(string words, string language, DateOnly? letterOn, AnswerResult? result, IReadOnlyList<AnswerDeadline>? deadlines)
    {
        string T(string english, params object?[] arguments) => Texts.Get(language, english, arguments);
        var filled = letterOn is { } day ? words.Replace(LetterDate, Texts.Day(language, day), StringComparison.Ordinal) : words;
        if (result is { } outcome)
            filled = filled.Replace(Result, T(Describe(outcome)), StringComparison.Ordinal);
        if (deadlines is { Count: > 0 })
            filled = filled.Replace(
                Options,
                T("What you can do, and the last day for it:") + "\n" + string.Join('\n', deadlines.Select(d => "• " + T("{0}: by {1}", d.WhatIn(language), Texts.Day(language, d.LastDay)))),
                StringComparison.Ordinal);
        else if (deadlines is not null)
            filled = filled.Replace("\n\n" + Options, "", StringComparison.Ordinal).Replace(Options, "", StringComparison.Ordinal);
        return filled;
    }

    /// <summary>Deadlines whose last day the words don't name.</summary>
    public static IReadOnlyList<AnswerDeadline> Unnamed(string words, string language, IEnumerable<AnswerDeadline> deadlines) =>
        [.. deadlines.Where(d => !words.Contains(Texts.Day(language, d.LastDay), StringComparison.Ordinal))];

    /// <summary>The fields that are still empty.</summary>
    public static IReadOnlyList<string> Left(string words) => [.. Field().Matches(words).Select(m => m.Value).Distinct()];

    private static string Describe(AnswerResult result) => result switch
    {
        AnswerResult.InFavor => "It decided in your favor.",
        AnswerResult.Partly => "It decided partly in your favor.",
        AnswerResult.Denied => "It said no. You may still have options, and we can explain them.",
        _ => "It gave us information and decided nothing.",
    };

    [GeneratedRegex(@"\{(?:letter date|result|deadlines)\}")]
    private static partial Regex Field();
}

/// <summary>A deadline that an answer starts, as chosen.</summary>
/// <param name="What">What the person can do, in English.</param>
/// <param name="WhatEs">The same in Spanish.</param>
/// <param name="LastDay">The last day.</param>
public sealed record AnswerDeadline(string What, string WhatEs, DateOnly LastDay)
{
    /// <summary>The period it follows; null when staff entered the day themselves.</summary>
    public string? PeriodCode { get; init; }

    /// <summary>The law or rule.</summary>
    public string? Citation { get; init; }

    /// <summary>The day it's counted from.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>What the person can do, in the reader's language.</summary>
    public string WhatIn(string language) => language == "es" ? WhatEs : What;
}
