namespace Portal.Domain.Platform.Text;

/// <summary>
/// Turns the features of a text into a direction: two texts are as alike as their directions. Rare features count more, and what
/// none of the known texts has doesn't count.
/// </summary>
/// <param name="rarity">How much each known feature counts.</param>
public sealed class TextSpace(IReadOnlyDictionary<uint, float> rarity)
{
    /// <summary>Learns from texts which features are rare, leaving out those of fewer than <paramref name="fewest"/> texts.</summary>
    public static TextSpace Of(IEnumerable<IEnumerable<uint>> texts, int fewest = 1)
    {
        var (count, having) = (0, new Dictionary<uint, int>());
        foreach (var text in texts)
        {
            count++;
            foreach (var feature in text.Distinct())
                having[feature] = having.GetValueOrDefault(feature) + 1;
        }

        return new(having.Where(h => h.Value >= fewest).ToDictionary(h => h.Key, h => MathF.Log((1f + count) / (1 + h.Value)) + 1));
    }

    /// <summary>How much each known feature counts.</summary>
    public IReadOnlyDictionary<uint, float> Rarity => rarity;

    /// <summary>
    /// The direction of a text: each known feature with its share; empty when nothing is known. Its length is one, or less when
    /// <paramref name="unknown"/> features count too, each as much as this: then a text of strange words resembles nothing.
    /// </summary>
    public List<(uint Feature, float Share)> Direction(IEnumerable<uint> features, float unknown = 0)
    {
        var counts = new Dictionary<uint, int>();
        var strange = 0f;
        foreach (var feature in features)
            if (rarity.ContainsKey(feature))
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
            else
                strange += unknown * unknown;
        var weighed = counts.Select(c => (c.Key, Share: (1 + MathF.Log(c.Value)) * rarity[c.Key])).ToList();
        var length = MathF.Sqrt(weighed.Sum(w => w.Share * w.Share) + strange);
        return [.. weighed.Select(w => (w.Key, w.Share / length))];
    }
}
