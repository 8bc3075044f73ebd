using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace Portal.Domain.Platform.Text;

/// <summary>
/// Text shown to people. The English sentence is the key; Spanish comes from <c>Texts.es.resx</c>.
/// A sentence without a translation appears in English.
/// </summary>
public static class Texts
{
    /// <summary>The parameter of a link with the language of the person it was sent to.</summary>
    public const string LanguageParameter = "lang";

    /// <summary>The languages a person may choose, by two-letter code, the default first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "es"];

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-US");
    private static readonly FrozenDictionary<string, string> SpanishTexts = Read("es");

    /// <summary>The sentence in the given language, with dates and numbers formatted for it.</summary>
    /// <param name="language">A language code such as <c>es</c>; anything unknown means English.</param>
    /// <param name="english">The English sentence, with <c>{0}</c> for each argument.</param>
    /// <param name="args">The values for the placeholders.</param>
    public static string Get(string language, string english, params object?[] args) => Marked(language, english, value => value, args);

    /// <summary>The sentence with something in place of each value, after its article was fitted into the sentence.</summary>
    /// <param name="mark">What stands in the sentence for a value.</param>
    public static string Marked(string language, string english, Func<object?, object?> mark, params object?[] args)
    {
        var sentence = IsSpanish(language) ? SpanishTexts.GetValueOrDefault(english, english) : english;
        if (args.Length == 0)
            return sentence;
        var culture = CultureOf(language);
        (sentence, args) = Articles.Fit(sentence, args, culture);
        return string.Format(culture, sentence, [.. args.Select(mark)]);
    }

    /// <summary>The culture for formatting dates and numbers in the United States.</summary>
    public static CultureInfo CultureOf(string language) => IsSpanish(language) ? Spanish : English;

    /// <summary>A day written out, such as November 21, 2026.</summary>
    public static string Day(string language, DateOnly day) =>
        day.ToString(IsSpanish(language) ? "d 'de' MMMM 'de' yyyy" : "MMMM d, yyyy", CultureOf(language));

    /// <summary>A day and a time of day written out, such as December 4, 2026, 1:30 PM.</summary>
    public static string Moment(string language, DateTime local) =>
        $"{Day(language, DateOnly.FromDateTime(local))}, {local.ToString("h:mm tt", CultureOf(language))}";

    /// <summary>The text with a capital letter at its beginning, as in a list.</summary>
    public static string Capitalized(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    private static bool IsSpanish(string language) => language.StartsWith("es", StringComparison.OrdinalIgnoreCase);

    private static FrozenDictionary<string, string> Read(string language)
    {
        var resources = new ResourceManager(typeof(Texts));
        var set = resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        return set is null
            ? FrozenDictionary<string, string>.Empty
            // Case-insensitive, like names in resource files.
            : set.Cast<System.Collections.DictionaryEntry>()
                .ToFrozenDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.OrdinalIgnoreCase);
    }
}
