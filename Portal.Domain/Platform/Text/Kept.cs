using System.Globalization;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Text;

/// <summary>
/// Marks values in a sentence that a translating browser or email program must leave alone: "Grace Hill" must not become a place. Uses
/// private-use characters, which nobody types, so that the sentence stays text until it's shown.
/// </summary>
public static class Kept
{
    private const char Begin = '\uE000';
    private const char End = '\uE001';
    private const char FreeSign = '\uE002';

    /// <summary>A part of a sentence.</summary>
    /// <param name="IsKept">Whether it must not be translated.</param>
    public readonly record struct Part(string Text, bool IsKept);

    /// <summary>Says that a value may be translated, such as a date.</summary>
    public static string Free(string value) => FreeSign + value;

    /// <summary>The value as it stands in the sentence. Numbers, free values, and sentences with marks of their own stay as they are.</summary>
    public static object? Mark(object? value, CultureInfo culture) => value switch
    {
        SealedText text => Mark(text.Text, culture),
        string text when text.StartsWith(FreeSign) => Clean(text),
        string text when text.Contains(Begin) && text.Contains(End) => text,
        string or Bilingual => $"{Begin}{Clean(string.Format(culture, "{0}", value))}{End}",
        _ => value,
    };

    /// <summary>The sentence in parts, to show.</summary>
    public static IEnumerable<Part> Parts(string sentence) => sentence.Replace(FreeSign.ToString(), "", StringComparison.Ordinal)
        .Split(Begin, End).Select((text, index) => new Part(text, index % 2 == 1)).Where(part => part.Text.Length > 0);

    private static string Clean(string text) => string.Concat(text.Where(c => c is not (Begin or End or FreeSign)));

    /// <summary>The sentence without marks.</summary>
    public static string Strip(string sentence) => string.Concat(Parts(sentence).Select(part => part.Text));
}
