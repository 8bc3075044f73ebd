namespace Portal.Domain.Districts;

/// <summary>Settings of the Census Bureau's geocoder.</summary>
public sealed record CensusGeocoderSettings
{
    /// <summary>The service; ends with a slash.</summary>
    public Uri Service { get; init; } = new("https://geocoding.geo.census.gov/geocoder/");

    /// <summary>The address range data to search.</summary>
    public string Benchmark { get; init; } = "Public_AR_Current";

    /// <summary>
    /// The maps to try, in order, until one has the districts of the sitting Congress. The current vintage switches to the next
    /// Congress months before it convenes; the previous survey year's vintage still has the sitting one.
    /// </summary>
    public IReadOnlyList<string> Vintages { get; init; } = ["Current_Current", "ACS2025_Current"];

    /// <summary>The total time allowed, after which the constituent continues without an answer.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(3);
}
