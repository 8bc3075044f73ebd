using System.Text.RegularExpressions;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Platform.Search;

/// <summary>A piece of text around what was found.</summary>
/// <param name="Text">The piece.</param>
/// <param name="IsMatch">Whether it is what was searched for.</param>
public sealed record ExcerptPiece(string Text, bool IsMatch);

/// <summary>Shows where a text has the words that were searched for.</summary>
public sealed partial class Excerpt
{
    private const int Before = 60;
    private const int Length = 220;

    private readonly HashSet<string> _whole = [];
    private readonly List<string> _beginnings = [];
    private readonly List<string> _digits = [];

    /// <summary>For what was typed.</summary>
    public Excerpt(string typed)
    {
        foreach (var part in TypedParts.Of(typed))
        {
            _whole.UnionWith(WordHashes.Words(TextFeatures.WordsAsTyped(part.Text)));
            if (part.IsPhrase || TextFeatures.Words(part.Text) is not [var word])
                continue;
            _whole.Add(WordHashes.Singular(word));
            _beginnings.Add(word);
            if (word.All(char.IsAsciiDigit))
                _digits.Add(word);
        }
    }

    /// <summary>How many different things that were searched for the text has.</summary>
    /// <param name="byBeginning">Whether how a word begins is enough, as in names.</param>
    public int Count(string text, bool byBeginning) =>
        Found(text, byBeginning).Select(f => f.Word).Distinct().Count();

    /// <summary>The text around the first match, with every match in it marked; none when it has none.</summary>
    public IReadOnlyList<ExcerptPiece> Of(string text, bool byBeginning)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var found = Found(line, byBeginning).OrderBy(f => f.At).ToList();
        if (found.Count == 0)
            return [];
        var start = WordStart(line, Math.Max(0, found[0].At - Before));
        var end = line.Length - start <= Length ? line.Length : WordEnd(line, start + Length);
        var pieces = new List<ExcerptPiece>();
        if (start > 0)
            pieces.Add(new("… ", false));
        var at = start;
        foreach (var match in found.Where(f => f.At >= start && f.At + f.Length <= end))
        {
            if (match.At < at)
                continue;
            if (match.At > at)
                pieces.Add(new(line[at..match.At], false));
            pieces.Add(new(line.Substring(match.At, match.Length), true));
            at = match.At + match.Length;
        }

        pieces.Add(new(line[at..end] + (end < line.Length ? " …" : ""), false));
        return pieces;
    }

    private IEnumerable<(int At, int Length, string Word)> Found(string text, bool byBeginning)
    {
        foreach (Match match in Word().Matches(text))
        {
            var words = TextFeatures.Words(match.Value).Concat(TextFeatures.WordsAsTyped(match.Value)).ToList();
            if (words.Select(WordHashes.Singular).FirstOrDefault(w => _whole.Contains(w)) is { } whole)
                yield return (match.Index, match.Length, whole);
            else if (byBeginning && words.SelectMany(w => _beginnings.Where(b => w.StartsWith(b, StringComparison.Ordinal))).FirstOrDefault() is { } beginning)
                yield return (match.Index, match.Length, beginning);
        }

        foreach (Match match in Number().Matches(text))
            if (string.Concat(match.Value.Where(char.IsAsciiDigit)) is var digits
                && _digits.FirstOrDefault(d => digits.Contains(d, StringComparison.Ordinal) && !_whole.Contains(digits)) is { } piece
                && !TextFeatures.Words(match.Value).Any(w => _whole.Contains(w)))
                yield return (match.Index, match.Length, piece);
    }

    private static int WordStart(string line, int at) => at == 0 ? 0 : line.IndexOf(' ', at) is var space and >= 0 && space - at < 20 ? space + 1 : at;

    private static int WordEnd(string line, int at) => line.LastIndexOf(' ', at) is var space && at - space < 20 ? space : at;

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}'’]+(?:[-.@][\p{L}\p{M}\p{N}'’]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\+?\(?\d{3,}\)?(?:[ .\-–]+\d{2,})+")]
    private static partial Regex Number();
}
