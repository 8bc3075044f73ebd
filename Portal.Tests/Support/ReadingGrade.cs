using System.Text.RegularExpressions;

namespace Portal.Tests.Support;

/// <summary>How many years of school an English text takes to read, by Flesch and Kincaid.</summary>
public static partial class ReadingGrade
{
    public static double Of(string text)
    {
        var sentences = End().Split(text + " ").Count(s => s.Any(char.IsLetter));
        var words = Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToList();
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    private static int Syllables(string word)
    {
        var count = Vowels().Count(word);
        if (count > 1 && ((word.EndsWith('e') && !word.EndsWith("le", StringComparison.Ordinal) && !word.EndsWith("ee", StringComparison.Ordinal))
            || (word.EndsWith("ed", StringComparison.Ordinal) && word[^3] is not ('t' or 'd'))))
            count--;
        return Math.Max(1, count);
    }

    [GeneratedRegex(@"[.:!?\n]+\s")]
    private static partial Regex End();

    [GeneratedRegex("[A-Za-z’'-]+")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();
}
