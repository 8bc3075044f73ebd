using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Cases;

/// <summary>
/// Recognizes words that may mean danger, in English and Spanish. The phrasings are data (<c>safety-words.json</c>), measured on
/// lists of which half was never used to write them. They raise an alert and show help; they decide nothing else.
/// </summary>
public static class SafetyWords
{
    // Chosen on the half of the list that may be used for it (docs/measurements/safety-words.md).
    private const int FewestWords = 8;
    private const int Short = 12;
    private const int Middling = 15;
    private const float SurerIfShort = 1.5f;
    private const float SurerIfMiddling = 0.5f;
    private const float Sure = 0.75f;
    private const float Unlikely = -1.5f;
    private const float SureOfThreat = 1.3f;
    private const float UnlikelyThreat = -1f;

    private const int LongestSentence = 600;
    private const int MostKnown = 4_096;

    private static readonly ConcurrentDictionary<string, SafetyKind?> Known = new();

    private static readonly IReadOnlyList<Phrasing> Phrasings = Read();

    // A line of Match is one phrasing; a sentence that also fits a line of Unless is left out.
    private sealed record Row(SafetyKind Kind, string[] Match, string[]? Unless);

    private sealed record File(IReadOnlyDictionary<string, string[]> Parts, IReadOnlyList<Row> Phrasings);

    private sealed record Phrasing(SafetyKind Kind, Regex Match, Regex? Unless);

    /// <summary>
    /// What the text may mean; null if nothing. A text that mentions both is about self-harm: its writer needs that help.
    /// </summary>
    public static SafetyKind? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        // The pages of a request ask again and again about the same text; only its hash is remembered.
        var hash = Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
        if (Known.TryGetValue(hash, out var known))
            return known;
        if (Known.Count >= MostKnown)
            Known.Clear();
        return Known[hash] = Read(text);
    }

    // The model judges by resemblance and the phrasings by what is certain; where one is sure, the other needn't be.
    private static SafetyKind? Read(string text)
    {
        string[] sentences = [.. Sentences(text)];
        var said = Said(sentences);
        // A few words resemble anything: the shorter a text, the surer the model has to be. The phrasings find what is said outright.
        var length = sentences.Sum(s => s.Count(c => c == ' ') + 1);
        if (length < FewestWords)
            return said;
        var more = length < Short ? SurerIfShort : length < Middling ? SurerIfMiddling : 0;
        var judged = SafetyModel.Shipped.Judge(sentences);
        // One sentence in a long story is enough: only the most telling sentences speak against what a phrasing found.
        return judged.SelfHarm > Sure + more || (said == SafetyKind.SelfHarm && judged.AtMostSelfHarm > Unlikely) ? SafetyKind.SelfHarm
            : judged.Threat > SureOfThreat + more || (said == SafetyKind.Threat && judged.AtMostThreat > UnlikelyThreat) ? SafetyKind.Threat
            : null;
    }

    private static SafetyKind? Said(string[] sentences)
    {
        SafetyKind? found = null;
        foreach (var sentence in sentences)
            foreach (var phrasing in Phrasings)
                if ((found is null || phrasing.Kind < found) && phrasing.Match.IsMatch(sentence)
                    && phrasing.Unless?.IsMatch(sentence) != true)
                    found = phrasing.Kind;
        return found;
    }

    /// <summary>What any of the texts may mean; null if nothing.</summary>
    public static SafetyKind? Find(IEnumerable<string?> texts) => texts.Select(Find).Where(k => k is not null).Min();

    // Lower case, without accents and apostrophes, with single spaces, because people in distress don't type neatly.
    private static IEnumerable<string> Sentences(string text) => text.ReplaceLineEndings("\n").Replace("\n\n", ".", StringComparison.Ordinal)
        .Split(['.', '!', '?', ';', '…', '¡', '¿'], StringSplitOptions.RemoveEmptyEntries)
        .Select(s => string.Join(' ', new string([.. PlainText.Fold(s.Replace(',', ' ')).Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .Where(s => s.Length > 0)
        .SelectMany(s => s.Length <= LongestSentence ? [s] : Pieces(s));

    // Pieces overlap, so that no phrasing is cut in two.
    private static IEnumerable<string> Pieces(string sentence)
    {
        for (var start = 0; start < sentence.Length; start += LongestSentence / 2)
            yield return sentence.Substring(start, Math.Min(LongestSentence, sentence.Length - start));
    }

    private static IReadOnlyList<Phrasing> Read()
    {
        var file = SeedFile.Read<File>("safety-words.json");
        return [.. file.Phrasings.Select(row => new Phrasing(row.Kind, Compile(row.Match)!, Compile(row.Unless)))];

        // Every repetition in the file is bounded, and a sentence is cut at this many characters, so nothing someone types takes long.
        Regex? Compile(string[]? lines) => lines is null ? null : new(
            @$"\b(?:{file.Parts.Aggregate(string.Join('|', lines), (p, part) => p.Replace($"<{part.Key}>", $"(?:{string.Join('|', part.Value)})", StringComparison.Ordinal))})\b",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }
}
