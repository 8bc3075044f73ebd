using Portal.Domain.Paper.Fonts;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Desk;

/// <summary>What a signer reads before signing.</summary>
/// <param name="Details">What stands in the document and how it is signed.</param>
/// <param name="Text">The document.</param>
/// <param name="Form">The agency's own form that is signed with it; null when there is none.</param>
/// <param name="HasUnprintable">Whether something in it will be a box on paper.</param>
public sealed record ReadPage(ReleaseDetails Details, ReleaseText Text, ReleaseForm? Form, bool HasUnprintable)
{
    /// <summary>Ties the signature to what was read.</summary>
    public string Sha256 => ReleaseForm.Sha256Of(Text, Form);
}

/// <summary>Reads the document of a release that waits for its signature.</summary>
public sealed class ReadPageQuery(SigningPageQuery signing, ReleaseTexts texts, ReleaseForms forms, FontFiles fonts)
{
    /// <summary>The document in the release's language.</summary>
    public async Task<ReadPage> ReadAsync(SigningPage page, CancellationToken cancellation)
    {
        var details = await signing.DetailsAsync(page.Release, cancellation);
        var text = await texts.ComposeAsync(details, page.Agency, page.Release.Language, cancellation);
        return new(details, text, await forms.FindAsync(page.Agency, details, page.Case.Reference, cancellation), !fonts.CanPrint(text.AsRead()));
    }
}
