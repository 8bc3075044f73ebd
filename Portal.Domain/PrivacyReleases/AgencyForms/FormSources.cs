using System.Collections.Frozen;
using System.Globalization;
using Portal.Domain.Agencies;
using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>A value that can be written in a field.</summary>
/// <param name="Code">The code stored in the map. Its meaning never changes.</param>
/// <param name="Group">The English heading in the list, which is also its translation key.</param>
/// <param name="Label">The English label, which is also its translation key.</param>
/// <param name="Pattern">The format, such as MM/DD/YYYY, which is also a translation key if it has words. Null when there's only one format.</param>
/// <param name="Read">Reads the value; null when there's none.</param>
public sealed record FormSource(string Code, string Group, string Label, string? Pattern, Func<FormFacts, string?> Read);

/// <summary>Every source of text. Values are in English because agencies' forms are.</summary>
public static class FormSources
{
    private const string Ssn = "Identifier.Ssn";

    /// <summary>The typed signature, the only source for a signature field.</summary>
    public const string Signature = "Signature";

    private const string Person = "The person", Numbers = "ID numbers", Matter = "The request", Signing = "Signing", TheOffice = "The office";

    private static readonly (string Code, string Pattern, string Format)[] Days =
    [
        ("us", "MM/DD/YYYY", "MM/dd/yyyy"), ("dash", "MM-DD-YYYY", "MM-dd-yyyy"), ("digits", "MMDDYYYY", "MMddyyyy"), ("iso", "YYYY-MM-DD", "yyyy-MM-dd"),
        ("long", "Month D, YYYY", "MMMM d, yyyy"), ("mid", "DD-Mon-YYYY", "dd-MMM-yyyy"), ("month", "MM", "MM"), ("day", "DD", "dd"), ("year", "YYYY", "yyyy"),
    ];

    private static readonly FrozenDictionary<string, FormSource> ByCode = Make().ToFrozenDictionary(s => s.Code);

    /// <summary>All sources, in the order of the list.</summary>
    public static IReadOnlyList<FormSource> All { get; } = [.. Make()];

    /// <summary>The source with that code; null when it's unknown.</summary>
    public static FormSource? Find(string code) => ByCode.GetValueOrDefault(code);

    private static IEnumerable<FormSource> Make() =>
    [
        new("LegalName", Person, "Legal name", null, f => f.Details.LegalName),
        new("FirstName", Person, "First name", null, f => f.Details.NameParts?.First),
        new("MiddleName", Person, "Middle name", null, f => f.Details.NameParts?.Middle),
        new("MiddleInitial", Person, "Middle initial", null, f => f.Details.NameParts?.Middle is { Length: > 0 } middle ? middle[..1] : null),
        new("GivenNames", Person, "First and middle names", null, f => f.Details.NameParts?.Given),
        new("FamilyNames", Person, "Last name", null, f => f.Details.NameParts?.Family),
        new("OtherNames", Person, "Other names used", null, f => f.Details.OtherNames),
        .. Day("BornOn", Person, "Date of birth", f => f.Details.BornOn),
        new("BirthPlace", Person, "Place of birth", null, f => f.Details.BirthPlace),
        new("Address", Person, "Address", null, f => f.Details.Address),
        new("Street", Person, "Street and apartment", null, f => f.Details.AddressParts?.Street),
        new("City", Person, "City", null, f => f.Details.AddressParts?.Home.City),
        new("State", Person, "State", "two letters", f => f.Details.AddressParts?.Home.State),
        new("Zip", Person, "ZIP code", null, f => f.Details.AddressParts?.Home.Zip),
        new("Phone", Person, "Phone", null, f => f.Details.Phone),
        new("Email", Person, "Email", null, f => f.Details.Email),
        new("Role", Person, "Role in the case", null, f => RoleWords(f.Details.Role)),
        .. Identifiers.All.SelectMany(i => Identifier(i.Key, i.Value)),
        new("Records", Matter, "Records requested", null, f => f.Details.Records),
        new("Purpose", Matter, "Purpose", null, f => f.Details.Purpose),
        new("OtherPerson", Matter, "Another person who may receive information", null, f => f.OtherPerson),
        new("Reference", Matter, "Case reference", null, f => f.Moment.Reference),
        new("Expiry", Matter, "How long the release lasts", null, f => $"Until the case is closed, at most {f.To.ReleaseMonths} months"),
        new("SignerName", Signing, "Signer's printed name", null, f => f.Details.WhoSigns),
        new("Capacity", Signing, "Signer's capacity", null, f => CapacityWords(f.Details.Capacity)),
        new(Signature, Signing, "Typed signature", null, f => f.Moment.SignatureName),
        .. Day("SignedOn", Signing, "Date signed", f => f.Moment.SignedOn),
        new("Member", TheOffice, "Member of Congress", null, f => f.To.MemberName),
        new("MemberAndStaff", TheOffice, "Member of Congress and staff", null, f => $"{f.To.MemberName} and staff"),
        new("OfficeContact", TheOffice, "Office contact information", null, f => f.To.Contact),
        new("Agency", TheOffice, "Agency name", null, f => f.Agency.Name),
    ];

    private static IEnumerable<FormSource> Day(string code, string group, string label, Func<FormFacts, DateOnly?> read) => Days.Select(
        d => new FormSource($"{code}.{d.Code}", group, label, d.Pattern, f => read(f)?.ToString(d.Format, CultureInfo.InvariantCulture)));

    private static IEnumerable<FormSource> Identifier(string name, string label)
    {
        string? Number(FormFacts f) => f.Details.Identifiers.GetValueOrDefault(name) is { Length: > 0 } own ? own
            : name == "SsnLast4" && Plain(f.Details.Identifiers.GetValueOrDefault("Ssn")) is { Length: 9 } whole ? whole[5..] : null;
        yield return new($"Identifier.{name}", Numbers, label, null, Number);
        yield return new($"Identifier.{name}.plain", Numbers, label, "letters and numbers only", f => Plain(Number(f)));
        if (name != "Ssn")
            yield break;
        yield return new(Ssn + ".first", Numbers, label, "123-··-····", f => Part(Number(f), 0, 3));
        yield return new(Ssn + ".middle", Numbers, label, "···-45-····", f => Part(Number(f), 3, 2));
        yield return new(Ssn + ".last", Numbers, label, "···-··-6789", f => Part(Number(f), 5, 4));
    }

    private static string? Plain(string? number) => number is null ? null : string.Concat(number.Where(char.IsLetterOrDigit));

    private static string? Part(string? number, int start, int length) => Plain(number) is { Length: 9 } whole ? whole.Substring(start, length) : null;

    private static string RoleWords(PartyRole role) => role switch
    {
        PartyRole.Petitioner => "Petitioner",
        PartyRole.Beneficiary => "Beneficiary",
        _ => "Subject of the record",
    };

    private static string CapacityWords(SignerCapacity capacity) => capacity switch
    {
        SignerCapacity.ParentOrGuardian => "Parent or legal guardian",
        SignerCapacity.PersonalRepresentative => "Personal representative",
        SignerCapacity.NextOfKin => "Next of kin",
        _ => "Self",
    };
}
