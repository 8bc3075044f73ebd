using Portal.Domain.Constituents;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>
/// The confirmed details of the person the records are about, one per line. An unknown detail has no line or, on a release to
/// sign by hand, a blank to write on.
/// </summary>
internal static class ReleaseParticulars
{
    public static List<ReleaseLine> From(ReleaseDetails details, string language)
    {
        string T(string english) => Texts.Get(language, english);
        var lines = new List<ReleaseLine> { new(T("Legal name"), details.LegalName) };
        void Add(string label, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                lines.Add(new(T(label), value));
        }

        Add("Other names used", details.OtherNames);
        var unknown = details.ForPen ? ReleaseDetails.ToFillIn : null;
        Add("Date of birth", details.BornOn is { } born ? Texts.Day(language, born) : unknown);
        Add("Place of birth", details.BirthPlace);
        Add("Address", string.IsNullOrWhiteSpace(details.Address) ? unknown : details.Address);
        Add("Phone", details.Phone);
        Add("Email", details.Email);
        if (details.Role != PartyRole.Subject)
        {
            Add("Role in the petition", T(details.Role == PartyRole.Petitioner ? "Petitioner" : "Beneficiary"));
            Add(details.Role == PartyRole.Petitioner ? "Beneficiary" : "Petitioner", details.OtherParty);
        }

        foreach (var (name, value) in details.Identifiers.OrderBy(i => i.Key, StringComparer.Ordinal))
            Add(Identifiers.LabelOf(name), value);
        return lines;
    }
}
