using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Platform.Text;

/// <summary>
/// Fits an argument that starts with an article, such as "the IRS" or "el IRS", into a sentence: capitalizes it at the start of a
/// sentence and uses "al" or "del" where Spanish contracts. Other arguments, such as names and addresses, stay as they are.
/// </summary>
internal static partial class Articles
{
    private const string SentenceStart = @"(?<=^|\n|[.?!]”? )";
    private const string Contracting = "el ";

    /// <summary>The sentence and its arguments, ready to format.</summary>
    public static (string Sentence, object?[] Arguments) Fit(string sentence, object?[] arguments, CultureInfo culture)
    {
        var all = arguments.ToList();
        for (var place = 0; place < arguments.Length; place++)
        {
            if (Written(arguments[place], culture) is not { } text || !Article().IsMatch(text))
                continue;
            var mark = Regex.Escape($"{{{place}}}");
            sentence = Regex.Replace(sentence, $"{SentenceStart}{mark}", _ => Add(char.ToUpperInvariant(text[0]) + text[1..]));
            if (text.StartsWith(Contracting, StringComparison.Ordinal))
                sentence = Regex.Replace(
                    sentence, $@"\b(a|de) {mark}", m => $"{m.Groups[1].Value}l {Add(text[Contracting.Length..])}", RegexOptions.IgnoreCase);
        }

        return (sentence, all.Count == arguments.Length ? arguments : [.. all]);

        string Add(string other)
        {
            all.Add(other);
            return $"{{{all.Count - 1}}}";
        }
    }

    private static string? Written(object? argument, CultureInfo culture) => argument switch
    {
        string text => text,
        Bilingual both => both.In(culture.TwoLetterISOLanguageName),
        _ => null,
    };

    [GeneratedRegex("^(?:the|el|la|los|las) ", RegexOptions.CultureInvariant)]
    private static partial Regex Article();
}
