using System.Globalization;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office;

/// <summary>Counts stop at 1,000: no one reads further, and the database doesn't have to either.</summary>
public static class CountText
{
    /// <summary>The number, or "1,000+".</summary>
    public static string Capped(int count) => count >= CaseQueue.MostCounted ? "1,000+" : count.ToString("N0", CultureInfo.CurrentCulture);
}
