using Portal.Domain.Constituents;
using Portal.Domain.Offices;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The office as a release names it.</summary>
public static class OfficeRecipient
{
    /// <summary>The Member, the duration of a release, and how to reach the office.</summary>
    public static ReleaseRecipient Recipient(this Office office) => new(
        office.MemberName,
        office.ReleaseMonths,
        string.Join(", ", new[] { PhoneNumber.Show(office.Phone), office.Email }.Where(c => !string.IsNullOrWhiteSpace(c))))
    {
        MemberNameEs = office.MemberNameIn("es"),
    };
}
