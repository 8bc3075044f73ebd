namespace Portal.Domain.PrivacyReleases;

/// <summary>The ID numbers agencies ask for, keyed by their names in the agency data.</summary>
public static class Identifiers
{
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["Ssn"] = "Social Security number",
        ["SsnLast4"] = "Last four digits of the Social Security number",
        ["ReceiptNumber"] = "Receipt number",
        ["ANumber"] = "A-number",
        ["FormType"] = "Form type",
        ["ClaimNumber"] = "Claim number",
        ["VaFileNumber"] = "VA file number",
        ["TaxpayerId"] = "Taxpayer identification number",
        ["TaxYears"] = "Type of tax, form, and years",
        ["PassportNumber"] = "Passport number",
        ["CaseNumber"] = "Case number",
        ["MedicareNumber"] = "Medicare number",
        ["CsaNumber"] = "CSA or CSF claim number",
        ["FemaRegistration"] = "FEMA registration number",
        ["ServiceNumber"] = "Service number",
        ["OwcpNumber"] = "Workers' compensation case number",
        ["TrackingNumber"] = "Tracking number",
        ["LoanNumber"] = "Loan number",
        ["RegisterNumber"] = "Register number",
        ["ApplicationId"] = "Application ID",
        ["RedressNumber"] = "Redress number",
        ["PolicyNumber"] = "Policy or claim number",
    };

    /// <summary>The English label, which is also its translation key.</summary>
    public static string LabelOf(string name) => Labels.GetValueOrDefault(name, name);

    /// <summary>Every identifier and its English label.</summary>
    public static IReadOnlyDictionary<string, string> All => Labels;

    /// <summary>The English labels of those that identify a person; the others are no secret.</summary>
    public static IEnumerable<string> Secret => Labels.Where(l => l.Key is not ("TaxYears" or "FormType" or "TrackingNumber")).Select(l => l.Value);

    /// <summary>All but the last four characters masked.</summary>
    public static string Mask(string value)
    {
        var trimmed = value.Trim();
        // A line to write on is no number.
        if (!trimmed.Any(char.IsLetterOrDigit))
            return trimmed;
        return trimmed.Length <= 4 ? new string('•', trimmed.Length) : "••••" + trimmed[^4..];
    }

    /// <summary>A typed Social Security number as 123-45-6789, whatever its punctuation; null when it isn't a valid one.</summary>
    public static string? Ssn(string? typed)
    {
        var digits = new string([.. (typed ?? "").Where(char.IsAsciiDigit)]);
        var wellFormed = digits.Length == 9 && digits[..3] is not ("000" or "666") && digits[0] != '9' && digits[3..5] != "00" && digits[5..] != "0000";
        return wellFormed ? $"{digits[..3]}-{digits[3..5]}-{digits[5..]}" : null;
    }
}
