namespace Portal.Domain.Districts;

/// <summary>Numbers the Congresses.</summary>
public static class Congress
{
    /// <summary>The number of the Congress sitting on a day. Each lasts two years from January 3 of an odd year (Amendment XX).</summary>
    public static int On(DateOnly day)
    {
        var year = day is { Month: 1, Day: < 3 } ? day.Year - 1 : day.Year;
        return (year - 1789) / 2 + 1;
    }
}
