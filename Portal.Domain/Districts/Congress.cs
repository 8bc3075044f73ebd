namespace Portal.Domain.Districts;

/// <summary>Numbers of Congresses.</summary>
public static class Congress
{
    /// <summary>The Congress sitting on a day: two years each from 3 January of an odd year (Amendment XX).</summary>
    public static int On(DateOnly day)
    {
        var year = day is { Month: 1, Day: < 3 } ? day.Year - 1 : day.Year;
        return (year - 1789) / 2 + 1;
    }
}
