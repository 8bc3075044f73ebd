using System.Text.RegularExpressions;
using Portal.Domain.Paper.Forms;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>Guesses what goes in a field from its name and label. Only a suggestion: staff have to save it.</summary>
public static partial class FormSuggestions
{
    // The first match wins, so narrower patterns come first.
    private static readonly (string Words, string Source)[] Texts =
    [
        (@"\bssn\b|social security|soc sec|\bss ?(no|number)\b", "Identifier.Ssn"),
        (@"\ba[ -]?(number|no|file)\b|alien (reg|num)|\buscis (number|account)", "Identifier.ANumber"),
        (@"receipt", "Identifier.ReceiptNumber"),
        (@"passport", "Identifier.PassportNumber"),
        (@"medicare", "Identifier.MedicareNumber"),
        (@"va (file|claim)|c[ -]file", "Identifier.VaFileNumber"),
        (@"service (number|no)", "Identifier.ServiceNumber"),
        (@"taxpayer id|\btin\b|\bitin\b", "Identifier.TaxpayerId"),
        (@"tax (year|form|period)", "Identifier.TaxYears"),
        (@"\bcsa\b|\bcsf\b", "Identifier.CsaNumber"),
        (@"claim (number|no)", "Identifier.ClaimNumber"),
        (@"register (number|no)", "Identifier.RegisterNumber"),
        (@"loan (number|no)", "Identifier.LoanNumber"),
        (@"tracking", "Identifier.TrackingNumber"),
        (@"case (number|no)", "Identifier.CaseNumber"),
        (@"(date|place|city|country)? ?of birth|birth ?(date|day)|\bdob\b|birthplace", "BornOn"),
        (@"dates? (signed|of sign)|sign(ed|ature) date|^dates?( \d+)?$|today", "SignedOn"),
        (@"member of congress|congress|representative name|senator", "Member"),
        (@"agency|department", "Agency"),
        (@"maiden|alias|other names?|\baka\b|former names?", "OtherNames"),
        (@"printed? name|name of (signer|person signing)", "SignerName"),
        (@"signature|sign here", FormSources.Signature),
        (@"relation(ship)?|capacity|authority to", "Capacity"),
        (@"e[- ]?mail", "Email"),
        (@"phone|telephone|\btel\b|mobile", "Phone"),
        (@"\bzip\b|postal code", "Zip"),
        (@"\bcity\b|\btown\b", "City"),
        (@"^state( \d+)?$|\bstate (of residence|code)\b", "State"),
        (@"^street|\bstreet (address|name|and)", "Street"),
        (@"address|street|mailing", "Address"),
        (@"purpose|reason", "Purpose"),
        (@"records?|information (to be )?(requested|released|disclosed)|description|describe", "Records"),
        (@"expir", "Expiry"),
        (@"other person|third party|also (speak|talk)", "OtherPerson"),
        (@"middle initial|^m ?i$", "MiddleInitial"),
        (@"middle name", "MiddleName"),
        (@"first (and|&) middle", "GivenNames"),
        (@"first name|given name|^first$", "FirstName"),
        (@"last name|family name|surname|^last$", "FamilyNames"),
        (@"name", "LegalName"),
    ];

    private static readonly (string Words, string Tick)[] Ticks =
    [
        (@"guardian|parent", "Guardian"),
        (@"next of kin", "NextOfKin"),
        (@"representative|power of attorney|\bpoa\b", "Representative"),
        (@"outside|abroad|foreign", "Outside"),
        (@"substance|alcohol|drug", "SubstanceUse"),
        (@"\bhiv\b", "Hiv"),
        (@"sickle", "SickleCell"),
        (@"medical|health", "Medical"),
        (@"\btax", "Tax"),
        (@"petitioner", "Petitioner"),
        (@"beneficiary", "Beneficiary"),
        (@"interpret|translat", "Interpreter"),
        (@"\bself\b|myself|subject of", "Self"),
        (@"agree|consent|authorize|certify", "Always"),
    ];

    /// <summary>A suggestion; null when nothing matches. The visible label comes before the internal field name.</summary>
    public static FieldChoice? For(FormField field)
    {
        if (field.Kind == FieldKind.Signature)
            return new(FormSources.Signature);
        foreach (var words in new[] { field.Tooltip, field.Name.Split('.')[^1], field.Name }.OfType<string>().Select(Words))
            if ((field.IsTick ? Tick(field, words) : Text(field, words)) is { } choice)
                return choice;
        return null;
    }

    private static FieldChoice? Tick(FormField field, string words) =>
        field.States is [var only] && Ticks.FirstOrDefault(t => Regex.IsMatch(words, t.Words)).Tick is { } tick
            ? new(FieldChoice.Conditions, null, new Dictionary<string, string> { [only] = tick })
            : null;

    private static FieldChoice? Text(FormField field, string words)
    {
        var source = Texts.FirstOrDefault(t => Regex.IsMatch(words, t.Words)).Source;
        if (source is "BornOn" && Regex.IsMatch(words, @"place|city|country"))
            source = "BirthPlace";
        else if (source is "BornOn" or "SignedOn")
            source = $"{source}.{Pattern(field, words)}";
        else if (source?.StartsWith("Identifier.", StringComparison.Ordinal) == true && field.MaxLength is not null)
            source += ".plain";
        return source is not null && FormRules.Broken(field, new(source)) is null ? new(source) : null;
    }

    private static string Pattern(FormField field, string words) =>
        Regex.IsMatch(words, @"\bmonth\b|\bmm$") ? "month"
        : Regex.IsMatch(words, @"\bday\b|\bdd$") ? "day"
        : Regex.IsMatch(words, @"\byear\b|\by{4}$") ? "year"
        : field.MaxLength == 8 ? "digits"
        : "us";

    private static string Words(string text) => Gap().Replace(Hump().Replace(text, " "), " ").ToLowerInvariant().Trim();

    [GeneratedRegex(@"(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Hump();

    [GeneratedRegex(@"[\s_./\[\]#()-]+")]
    private static partial Regex Gap();
}
