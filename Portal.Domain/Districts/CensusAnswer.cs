using System.Text.Json;

namespace Portal.Domain.Districts;

/// <summary>Parses the Census Bureau geocoder's answer. Accepts only districts from the right Congress's map.</summary>
internal static class CensusAnswer
{
    /// <summary>The one district all matches agree on; null when there is none, when they disagree, or when the map is another Congress's.</summary>
    /// <exception cref="JsonException">The answer doesn't have the documented format.</exception>
    public static HouseDistrict? Read(JsonElement answer, int congress)
    {
        if (Get(Get(answer, "result"), "addressMatches") is not { ValueKind: JsonValueKind.Array } matches)
            throw new JsonException("The answer has no list of address matches.");
        var found = matches.EnumerateArray().Select(match => ReadMatch(match, $"{congress}")).Distinct().ToList();
        return found is [var one] ? one : null;
    }

    private static HouseDistrict? ReadMatch(JsonElement match, string congress)
    {
        if (Get(match, "geographies") is not { ValueKind: JsonValueKind.Object } layers)
            return null;
        var areas = layers.EnumerateObject()
            .Where(layer => layer.Name.EndsWith("Congressional Districts", StringComparison.Ordinal)
                && layer.Name.StartsWith(congress, StringComparison.Ordinal)
                && layer.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(layer => layer.Value.EnumerateArray())
            .ToList();
        return areas is [var area] && (Text(area, "CDSESSN") ?? congress) == congress
            ? HouseDistrict.FromGeoId(Text(area, "GEOID"))
            : null;
    }

    private static JsonElement? Get(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement area, string name) =>
        Get(area, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
