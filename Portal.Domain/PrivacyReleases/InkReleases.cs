using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Prints a release to sign in ink: the agency's own form, filled in, if the office has it; otherwise our text.</summary>
public sealed class InkReleases(
    ReleaseTexts texts, AgencyFormLibrary forms, PaperPrinter printer, ILetterhead letterhead, OfficePractice practice, TimeProvider clock)
{
    /// <summary>The paper the signer keeps: instructions and, where the English text governs, its translation.</summary>
    /// <exception cref="InvalidOperationException">The office has not been set up.</exception>
    public async Task<byte[]> PrintToKeepAsync(PrivacyRelease release, Case @case, Agency agency, ReleaseDetails details, CancellationToken cancellation)
    {
        var office = await practice.OfficeAsync(cancellation) ?? throw new InvalidOperationException("The office hasn't been set up yet.");
        var text = await texts.ComposeAsync(details, agency, release.Language, cancellation);
        var code = ReleaseCodes.AddressOf((await letterhead.ReadAsync(cancellation)).Site, release.LinkToken);
        // Our translation isn't that of the agency's own form.
        if (await forms.FindFittingAsync(agency, cancellation) is not null)
            text = text with { Translation = null };
        return printer.Print(ReleasePaper.ToKeep(
            text, details, release.Language, agency.Rules.TranslationCertified, new(@case.Reference, office.MemberNameIn(release.Language), code, clock.GetUtcNow().UtcDateTime)));
    }

    /// <summary>The PDF, with the release's code on every page.</summary>
    /// <exception cref="InvalidOperationException">The office has not been set up.</exception>
    public async Task<byte[]> PrintAsync(
        PrivacyRelease release, Case @case, Agency agency, ReleaseDetails details, CancellationToken cancellation)
    {
        var office = await practice.OfficeAsync(cancellation) ?? throw new InvalidOperationException("The office hasn't been set up yet.");
        var text = await texts.ComposeAsync(details, agency, release.Language, cancellation);
        var code = ReleaseCodes.AddressOf((await letterhead.ReadAsync(cancellation)).Site, release.LinkToken);
        var own = await forms.FindFittingAsync(agency, cancellation) is { } form
            ? await forms.FillAsync(form, details, agency, office.Recipient(), new(@case.Reference, CornerCode: code.ToString()), cancellation)
            : null;
        return own ?? printer.Print(ReleasePaper.ToSignInInk(
            text, details, agency.Rules, new(@case.Reference, office.MemberNameIn(text.Language), code, clock.GetUtcNow().UtcDateTime)));
    }
}
