using System.Text.Json;

namespace Portal.Domain.Districts;

/// <summary>What the Census Bureau's geocoder said, read with distrust: only the map of the right Congress counts.</summary>
internal static class CensusAnswer
{
    /// <summary>The one district all matches agree on; null when there is none, or several, or another Congress's map.</summary>
    /// <exception cref="JsonException">The answer has another form than documented.</exception>
    public static HouseDistrict? Read(JsonElement answer, int congress)
    {
        if (!answer.TryGetProperty("result", out var result)
            || !result.TryGetProperty("addressMatches", out var matches)
            || matches.ValueKind != JsonValueKind.Array)
            throw new JsonException("No list of address matches.");
        var found = matches.EnumerateArray().Select(match => Read(match, $"{congress}")).Distinct().ToList();
        return found is [var one] ? one : null;
    }

    private static HouseDistrict? Read(JsonElement match, string congress)
    {
        if (!match.TryGetProperty("geographies", out var layers) || layers.ValueKind != JsonValueKind.Object)
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

    private static string? Text(JsonElement area, string name) =>
        area.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
