using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Pdf.Sealing;

namespace Portal.Domain.PrivacyReleases;

/// <summary>What the public verification says, without telling who signed to people who do not hold the document.</summary>
/// <param name="Genuine">Sealed by this office and unchanged.</param>
/// <param name="Sentence">An English sentence, key of its translation.</param>
/// <param name="Arguments">What stands in the sentence.</param>
public sealed record Verification(bool Genuine, string Sentence, params object[] Arguments);

/// <summary>Answers about a file or a code.</summary>
public sealed class VerifyRelease(PortalDb db, SigningCertificate certificate)
{
    /// <summary>Answers about a PDF.</summary>
    public async Task<Verification> FileAsync(byte[] pdf, CancellationToken cancellation)
    {
        switch (PdfVerification.Verify(pdf, certificate.Trusted))
        {
            case SealVerdict.Changed:
                return new(false, "This document was changed after our office sealed it. Do not rely on it.");
            case SealVerdict.NotOurs or SealVerdict.NoSeal:
                return new(false, "This document does not carry our office's seal.");
            case SealVerdict.NotAPdf:
                return new(false, "This is not a PDF file, or it is damaged.");
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf));
        var release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Signature!.PdfSha256 == sha256, cancellation);
        return release is null
            ? new(true, "Our office sealed this document and nothing in it was changed. The release itself is no longer in our records.")
            : StandingOf(release, "Our office sealed this document and nothing in it was changed.");
    }

    /// <summary>Answers about a code.</summary>
    public async Task<Verification> CodeAsync(string? typed, CancellationToken cancellation)
    {
        var code = VerificationCode.Parse(typed);
        var release = code is null ? null
            : await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Signature!.VerificationCode == code, cancellation);
        return release is null
            ? new(false, "We know no document with this code. Check the code on the last page.")
            : StandingOf(release, "Our office sealed a document with this code. To be sure that nothing in yours was changed, check the file itself.");
    }

    private static Verification StandingOf(PrivacyRelease release, string good) => release.Status switch
    {
        ReleaseStatus.Withdrawn => new(true, "Our office sealed this document, but the release was withdrawn on {0}. It may no longer be used.", Day(release)),
        ReleaseStatus.Expired => new(true, "Our office sealed this document, but the release expired on {0}.", Day(release)),
        ReleaseStatus.Superseded => new(true, "Our office sealed this document, but a newer release took its place on {0}.", Day(release)),
        _ => new(true, good),
    };

    private static DateOnly Day(PrivacyRelease release) => DateOnly.FromDateTime(release.EndedAt ?? default);
}
