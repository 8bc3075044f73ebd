namespace Portal.Domain.Districts;

/// <summary>A House district.</summary>
/// <param name="State">The state's two-letter postal code.</param>
/// <param name="Number">District number; 0 for the single seat of a state or territory (at-large).</param>
public readonly record struct HouseDistrict(string State, int Number)
{
    /// <summary>
    /// Parses the Census Bureau's four characters: the state's FIPS code and the district.
    /// 00 is a state's only seat and 98 a delegate's; both are 0 here. Null for "ZZ" (open water) and anything invalid.
    /// </summary>
    public static HouseDistrict? FromGeoId(string? geoId)
    {
        if (geoId is not { Length: 4 } || States.WithFips(geoId[..2]) is not { } state)
            return null;
        return geoId.AsSpan(2) is [>= '0' and <= '9' and var tens, >= '0' and <= '9' and var ones]
            ? new HouseDistrict(state.Code, FromCensus((tens - '0') * 10 + ones - '0'))
            : null;
    }

    internal static int FromCensus(int number) => number == 98 ? 0 : number;
}
