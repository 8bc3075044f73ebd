using System.Text.Json;
using Portal.Domain;

namespace Portal.Tests.Domain.Seed;

/// <summary>The seed files embedded in the domain assembly.</summary>
internal static class SeedFiles
{
    public static readonly JsonElement[] Agencies = [.. Read("agencies.json").EnumerateArray()];
    public static readonly JsonElement[] Topics = [.. Read("topics.json").EnumerateArray()];
    public static readonly JsonElement[] Resources = [.. Read("resources.json").EnumerateArray()];

    public static readonly string[] Identifiers =
    [
        "Ssn", "SsnLast4", "ReceiptNumber", "ANumber", "FormType", "ClaimNumber", "VaFileNumber", "TaxpayerId", "TaxYears",
        "PassportNumber", "CaseNumber", "MedicareNumber", "CsaNumber", "FemaRegistration", "ServiceNumber",
        "OwcpNumber", "TrackingNumber", "LoanNumber", "RegisterNumber", "ApplicationId", "RedressNumber", "PolicyNumber",
    ];

    public static string Text(this JsonElement row, string property) => row.GetProperty(property).GetString()!;

    private static JsonElement Read(string file)
    {
        using var stream = typeof(PortalDb).Assembly.GetManifestResourceStream("Seed/" + file);
        Assert.NotNull(stream);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
