using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Composes the document a release would be today.</summary>
public sealed class ReleaseTexts(PortalDb db, OfficePractice practice)
{
    /// <summary>The document, from the template that is published now.</summary>
    public async Task<ReleaseText> ComposeAsync(ReleaseDetails details, Agency agency, string language, CancellationToken cancellation)
    {
        _ = db;
        var office = await practice.OfficeAsync(cancellation) ?? throw new InvalidOperationException("The office has not been set up.");
        return ReleaseTemplate.Compose(details, agency, office.Recipient(), language);
    }
}
