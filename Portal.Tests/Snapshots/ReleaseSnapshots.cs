using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases;

namespace Portal.Tests.Snapshots;

/// <summary>The legal text people sign. A change of it needs a new template version.</summary>
public sealed class ReleaseSnapshots
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("es", false)]
    [InlineData("en", true)]
    [InlineData("es", true)]
    public void Reads_as_approved(string language, bool abroad)
    {
        var agency = new Agency
        {
            Code = "SSA",
            Name = "Social Security Administration",
            NameEs = "Administración del Seguro Social",
            ShortName = "Social Security",
            ShortNameEs = "Seguro Social",
            Source = "",
            Perjury = true,
        };
        var details = new ReleaseDetails
        {
            LegalName = "Ana Lucía García",
            OtherNames = "Anne Garcia",
            BornOn = new DateOnly(1957, 4, 9),
            BirthPlace = "Ponce",
            Address = "500 Broadway, New York, NY 10025",
            Phone = "212-555-0188",
            Email = "ana.garcia@example.org",
            Identifiers = new Dictionary<string, string> { ["Ssn"] = "219-09-9999", ["ClaimNumber"] = "C-1" },
            Records = "My payments of 2026",
            Purpose = "To find the payment of October",
            MayTalkWith = abroad ? null : "Luz García",
            OutsideUnitedStates = abroad,
        };
        var text = ReleaseTemplate.Compose(details, agency, new("Representative Ana M. Núñez", 12, "212-555-0100, help@nunez.example.gov"), language);
        Snapshot.Matches($"release-{language}{(abroad ? "-abroad" : "")}.txt", $"{text.TemplateId} {text.TemplateVersion}\n\n{text.AsRead()}");
    }
}
