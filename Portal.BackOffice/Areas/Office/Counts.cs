using System.Globalization;

namespace Portal.BackOffice.Areas.Office;

/// <summary>Counts stop at a thousand: nobody reads further, and the database need not either.</summary>
public static class Counts
{
    /// <summary>Where counting stops.</summary>
    public const int Most = 1_001;

    /// <summary>The number, or "1,000+".</summary>
    public static string Words(int count) => count >= Most ? "1,000+" : count.ToString("N0", CultureInfo.CurrentCulture);
}
