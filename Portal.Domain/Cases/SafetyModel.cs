using System.IO.Compression;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Cases;

/// <summary>
/// Judges how much a text resembles what people in danger write and what people who threaten write. It learned from the lists in
/// Portal.Tests (<c>SafetyTraining</c>), of which the half it's measured on was never part (ADR 37).
/// </summary>
public sealed class SafetyModel
{
    private const int LongestRun = 3;

    private static readonly Lazy<SafetyModel> Stored = new(Load);

    /// <summary>What was learned about one feature.</summary>
    /// <param name="Rarity">How much it counts in a text.</param>
    /// <param name="SelfHarm">How much it speaks for danger to oneself.</param>
    /// <param name="Threat">How much it speaks for a threat.</param>
    public readonly record struct Learned(float Rarity, float SelfHarm, float Threat);

    /// <summary>What the model says about a text.</summary>
    /// <param name="SelfHarm">Danger to oneself, in the whole text and its most telling sentences.</param>
    /// <param name="Threat">A threat, likewise.</param>
    /// <param name="AtMostSelfHarm">Danger to oneself in the most telling sentences alone.</param>
    /// <param name="AtMostThreat">A threat, likewise.</param>
    public readonly record struct Judgment(float SelfHarm, float Threat, float AtMostSelfHarm, float AtMostThreat);

    private readonly IReadOnlyDictionary<uint, Learned> _features;
    private readonly TextSpace _words, _pieces;
    private readonly Learned _start;

    /// <summary>A model of what was learned.</summary>
    /// <param name="words">About words and runs of words.</param>
    /// <param name="pieces">About pieces of words.</param>
    /// <param name="start">The judgment of a text without any known feature.</param>
    public SafetyModel(IReadOnlyDictionary<uint, Learned> words, IReadOnlyDictionary<uint, Learned> pieces, Learned start)
    {
        (_words, _pieces) = (new(words.ToDictionary(w => w.Key, w => w.Value.Rarity)), new(pieces.ToDictionary(p => p.Key, p => p.Value.Rarity)));
        (_features, _start) = (words.Concat(pieces).ToDictionary(f => f.Key, f => f.Value), start);
    }

    /// <summary>The model that ships with Portal.</summary>
    public static SafetyModel Shipped => Stored.Value;

    /// <summary>
    /// How much the whole text and its most telling sentences speak for danger to oneself and for a threat, and how much those
    /// sentences do alone. Above zero, more does than doesn't.
    /// </summary>
    public Judgment Judge(IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
            return new(float.MinValue, float.MinValue, float.MinValue, float.MinValue);
        var whole = JudgeOne(string.Join(' ', sentences));
        var (self, threat) = whole;
        if (sentences.Count > 1)
            foreach (var part in sentences.Concat(sentences.Zip(sentences.Skip(1), (one, next) => $"{one} {next}")))
            {
                var judged = JudgeOne(part);
                (self, threat) = (Math.Max(self, judged.SelfHarm), Math.Max(threat, judged.Threat));
            }

        return new((whole.SelfHarm + self) / 2, (whole.Threat + threat) / 2, self, threat);
    }

    private (float SelfHarm, float Threat) JudgeOne(string text)
    {
        var (self, threat) = (_start.SelfHarm, _start.Threat);
        foreach (var (feature, share) in Features(text, _words, _pieces))
        {
            var learned = _features[feature];
            self += share * learned.SelfHarm;
            threat += share * learned.Threat;
        }

        return (self, threat);
    }

    /// <summary>The features of a text, as the model sees them.</summary>
    public static IEnumerable<(uint Feature, float Share)> Features(string text, TextSpace words, TextSpace pieces)
    {
        var typed = TextFeatures.Words(text);
        return words.Direction(WordsOf(typed)).Concat(pieces.Direction(PiecesOf(typed)));
    }

    /// <summary>The runs of words, as even numbers, so that none is taken for a piece of a word.</summary>
    public static IEnumerable<uint> WordsOf(string[] typed) => TextFeatures.Runs(typed, LongestRun).Select(f => f & ~1u);

    /// <summary>The pieces of words, as odd numbers.</summary>
    public static IEnumerable<uint> PiecesOf(string[] typed) => TextFeatures.Pieces(typed).Select(f => f | 1u);

    private static SafetyModel Load()
    {
        using var stream = typeof(SafetyModel).Assembly.GetManifestResourceStream("Seed/safety-model.bin")
            ?? throw new InvalidOperationException("The assembly has no safety model.");
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        var (words, pieces) = (new Dictionary<uint, Learned>(), new Dictionary<uint, Learned>());
        var start = new Learned(0, reader.ReadSingle(), reader.ReadSingle());
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var feature = reader.ReadUInt32();
            (feature % 2 == 0 ? words : pieces)[feature] = new((float)reader.ReadHalf(), (float)reader.ReadHalf(), (float)reader.ReadHalf());
        }

        return new(words, pieces, start);
    }

    /// <summary>Writes the model as <see cref="Load"/> reads it.</summary>
    public void Save(Stream to)
    {
        using var writer = new BinaryWriter(new BrotliStream(to, CompressionLevel.SmallestSize));
        writer.Write(_start.SelfHarm);
        writer.Write(_start.Threat);
        writer.Write(_features.Count);
        foreach (var (feature, learned) in _features.OrderBy(f => f.Key))
        {
            writer.Write(feature);
            writer.Write((Half)learned.Rarity);
            writer.Write((Half)learned.SelfHarm);
            writer.Write((Half)learned.Threat);
        }
    }
}
