using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Composes the document that would be signed today, for this office.</summary>
public sealed class ReleaseTexts(ReleaseTemplates templates, OfficePractice practice)
{
    /// <summary>The document, from the currently published template.</summary>
    /// <exception cref="InvalidOperationException">The office has not been set up.</exception>
    public async Task<ReleaseText> ComposeAsync(ReleaseDetails details, Agency agency, string language, CancellationToken cancellation)
    {
        var office = await practice.OfficeAsync(cancellation) ?? throw new InvalidOperationException("The office hasn't been set up yet.");
        return await templates.ComposeAsync(details, agency, office.Recipient(), language, cancellation);
    }
}
