using Portal.Domain.Paper.Fonts;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Desk;

/// <summary>What a signer reads before signing.</summary>
/// <param name="Details">What the document says and how it is signed.</param>
/// <param name="Text">The document.</param>
/// <param name="Form">The agency's own form, signed along with it; null when there is none.</param>
/// <param name="HasUnprintable">Whether some characters have no glyph in our fonts and will print as boxes.</param>
public sealed record ReadPage(ReleaseDetails Details, ReleaseText Text, ReleaseForm? Form, bool HasUnprintable)
{
    /// <summary>The hash that ties the signature to what the signer read.</summary>
    public string Sha256 => ReleaseForm.Sha256Of(Text, Form);
}

/// <summary>Reads the document of a release that is waiting for a signature.</summary>
public sealed class ReadPageQuery(SigningPageQuery signing, ReleaseTexts texts, ReleaseForms forms, FontFiles fonts)
{
    /// <summary>The document in the release's language.</summary>
    public async Task<ReadPage> ReadAsync(SigningPage page, CancellationToken cancellation)
    {
        var details = await signing.DetailsAsync(page.Release, cancellation);
        var text = await texts.ComposeAsync(details, page.Agency, page.Release.Language, cancellation);
        var form = await forms.FindAsync(page.Agency, details, page.Case.Reference, cancellation);
        return new(details, text, form, !fonts.CanPrint(text.AsRead()));
    }
}
