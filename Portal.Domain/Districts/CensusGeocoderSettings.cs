namespace Portal.Domain.Districts;

/// <summary>How the Census Bureau's geocoder is asked.</summary>
public sealed record CensusGeocoderSettings
{
    /// <summary>The service; ends with a slash.</summary>
    public Uri Service { get; init; } = new("https://geocoding.geo.census.gov/geocoder/");

    /// <summary>Which address ranges are searched.</summary>
    public string Benchmark { get; init; } = "Public_AR_Current";

    /// <summary>
    /// Which maps are tried, in this order, until one shows the districts of the sitting Congress. The current
    /// vintage changes to the next Congress months before it sits; the vintage of the survey year before still has the present one.
    /// </summary>
    public IReadOnlyList<string> Vintages { get; init; } = ["Current_Current", "ACS2025_Current"];

    /// <summary>The time for all of it, after which the person goes on without an answer.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(3);
}
