using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Detects a request for all records where an agency requires specific ones.</summary>
public static class SpecificRecords
{
    private static readonly HashSet<string> Everything =
    [
        "ALL", "ALL RECORDS", "ALL MY RECORDS", "ALL OF MY RECORDS", "ANY AND ALL RECORDS", "ANY RECORDS",
        "EVERYTHING", "MY RECORDS", "ALL INFORMATION", "ALL MY INFORMATION", "MY ENTIRE FILE", "ENTIRE FILE", "WHOLE FILE",
        "TODO", "TODOS", "TODOS LOS REGISTROS", "TODOS MIS REGISTROS", "TODA LA INFORMACION", "TODA MI INFORMACION",
        "MIS REGISTROS", "MI EXPEDIENTE", "TODO MI EXPEDIENTE",
    ];

    /// <summary>Whether the text names no records in particular.</summary>
    public static bool IsEverything(string words) => Everything.Contains(PersonName.Normalize(words));
}
