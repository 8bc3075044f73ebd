using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Text;
using Portal.Tests.Architecture;

namespace Portal.Tests.Domain.Cases;

/// <summary>
/// Learns the safety model from <c>Lists/Safety/training.tsv</c> and stores it with the program. Run it after changing that list:
/// <c>./test.sh -explicit only -class "*SafetyTraining"</c>. It reads neither of the halves that the model is tuned and measured on.
/// </summary>
public sealed partial class SafetyTraining
{
    private const int Rounds = 20;
    private const int Fewest = 2;
    private const float Step = 0.5f;
    private const float Shrink = 1e-5f;

    private sealed record Example(string Kind, string Text);

    [Fact(Explicit = true)]
    public void Learn()
    {
        var examples = Read();
        // A sentence of a harmless text is harmless too; a sentence of the others may be.
        examples.AddRange(examples.Where(e => e.Kind == "harmless").SelectMany(e => Sentences(e.Text) is { Length: > 1 } all ? all.Select(s => e with { Text = s }) : []).ToList());
        var typed = examples.Select(e => TextFeatures.Words(e.Text)).ToList();
        var words = TextSpace.Of(typed.Select(SafetyModel.WordsOf), Fewest);
        var pieces = TextSpace.Of(typed.Select(SafetyModel.PiecesOf), Fewest);
        var directions = examples.Select(e => SafetyModel.Features(e.Text, words, pieces).ToArray()).ToList();
        var self = Fit(directions, [.. examples.Select(e => e.Kind == "self-harm")]);
        var threat = Fit(directions, [.. examples.Select(e => e.Kind == "threat")]);
        Dictionary<uint, SafetyModel.Learned> Learned(TextSpace space) => space.Rarity.ToDictionary(
            r => r.Key, r => new SafetyModel.Learned(r.Value, self.Of.GetValueOrDefault(r.Key), threat.Of.GetValueOrDefault(r.Key)));
        using var file = File.Create(Path.Combine(Repository.Root, "Portal.Domain/Cases/Seed/safety-model.bin"));
        new SafetyModel(Learned(words), Learned(pieces), new(0, self.Start, threat.Start)).Save(file);
    }

    // Logistic regression by stochastic gradient descent (AdaGrad); both sides count the same, however many there are.
    private static (Dictionary<uint, float> Of, float Start) Fit(List<(uint Feature, float Share)[]> directions, bool[] positive)
    {
        var (weights, squares) = (new Dictionary<uint, float>(), new Dictionary<uint, float>());
        var (start, startSquares) = (0f, 1e-6f);
        var (share, random) = (positive.Count(p => p) / (float)positive.Length, new Random(1));
        var order = Enumerable.Range(0, directions.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var z = start + directions[i].Sum(f => f.Share * weights.GetValueOrDefault(f.Feature));
                var slope = ((1 / (1 + MathF.Exp(-z))) - (positive[i] ? 1 : 0)) * (positive[i] ? 0.5f / share : 0.5f / (1 - share));
                startSquares += slope * slope;
                start -= Step * slope / MathF.Sqrt(startSquares);
                foreach (var (feature, part) in directions[i])
                {
                    var weight = weights.GetValueOrDefault(feature);
                    var gradient = (slope * part) + (Shrink * weight);
                    var sum = squares[feature] = squares.GetValueOrDefault(feature, 1e-6f) + (gradient * gradient);
                    weights[feature] = weight - (Step * gradient / MathF.Sqrt(sum));
                }
            }
        }

        return (weights, start);
    }

    // What people type to find a topic is ordinary and harmless; without it, every third plain complaint resembles despair.
    private static List<Example> Read() =>
    [
        .. File.ReadLines(Path.Combine(Folder(), "training.tsv")).Skip(1).Select(l => l.Split('\t')).Select(c => new Example(c[0], c[2])),
        .. JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(
            File.ReadAllText(Path.Combine(Repository.Root, "Portal.Domain/Topics/Seed/topic-phrases.json")))!
            .Values.SelectMany(t => t.Values).SelectMany(p => p).Select(p => new Example("harmless", p)),
    ];

    private static string[] Sentences(string text) => [.. SentenceEnd().Split(text).Where(s => s.Length > 0)];

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Lists", "Safety");

    [GeneratedRegex(@"(?<=[.!?;…])\s+")]
    private static partial Regex SentenceEnd();
}
