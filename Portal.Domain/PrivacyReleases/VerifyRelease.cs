using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.Paper.Sealing;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Verifies a file or a code. Read-only.</summary>
public sealed class VerifyRelease(PortalDb db, SigningCertificate certificate, Calendars calendars, TimeProvider clock)
{
    /// <summary>The file, or the code as typed.</summary>
    public sealed record Command
    {
        /// <summary>The PDF itself; it proves more than a code.</summary>
        public ReadOnlyMemory<byte>? Pdf { get; init; }

        /// <summary>The code from the last page.</summary>
        public string? Code { get; init; }
    }

    /// <summary>The result.</summary>
    public sealed record Answered(Verification Verification) : Outcome.Success;

    /// <summary>Verifies it.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        return new Answered(command.Pdf is { } pdf ? await FileAsync(pdf, cancellation) : await CodeAsync(command.Code, cancellation));
    }

    private async Task<Verification> FileAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellation)
    {
        switch (PdfVerification.Verify(pdf.Span, certificate.Trusted))
        {
            case SealVerdict.Sealed whole:
                return await OfSealedAsync(whole, cancellation);
            case SealVerdict.Changed:
                return new(false, "This document was changed after our office sealed it. Don't rely on it.") { Kind = VerificationKind.Changed };
            case SealVerdict.NotOurs or SealVerdict.NoSeal:
                return new(false, "This document doesn't carry our office's seal.") { Kind = VerificationKind.NotOurs };
            default:
                return new(false, "This file isn't a PDF, or it's damaged.") { Kind = VerificationKind.NotAPdf };
        }
    }

    private async Task<Verification> CodeAsync(string? typed, CancellationToken cancellation)
    {
        var code = VerificationCode.Parse(typed);
        var release = code is null ? null
            : await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Signature!.VerificationCode == code, cancellation);
        return release is null
            ? new(false, "We have no document with this code.") { Kind = VerificationKind.UnknownCode }
            : StatusOf(
                release, await calendars.ReadAsync(cancellation),
                new(true, "Our office sealed a document with this code. To be sure yours hasn't been changed, check the file itself.")
                {
                    Kind = VerificationKind.CodeInForce,
                });
    }

    private async Task<Verification> OfSealedAsync(SealVerdict.Sealed whole, CancellationToken cancellation)
    {
        var sha256 = whole.Sha256.ToLowerInvariant();
        var release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Signature!.PdfSha256 == sha256, cancellation);
        if (release is null)
            return new(true, "Our office sealed this document, and nothing in it has been changed. The release itself is no longer in our records.")
            {
                Kind = VerificationKind.NoLongerKept,
            };
        var calendar = await calendars.ReadAsync(cancellation);
        var agency = await db.AgencyOfAsync(release, cancellation);
        Verification good = new(true, "Our office sealed this document, and nothing in it has been changed.") { Kind = VerificationKind.InForce };
        return StatusOf(release, calendar, good) with
        {
            Holder = new(new Bilingual(agency.NameIn("en"), agency.NameIn("es")), calendar.DayOf(release.Signature!.SignedAt), whole.StampedAt),
        };
    }

    private Verification StatusOf(PrivacyRelease release, OfficeCalendar calendar, Verification good)
    {
        var ended = calendar.DayOf(release.EndedAt ?? clock.GetUtcNow().UtcDateTime);
        return release.Status switch
        {
            ReleaseStatus.Withdrawn =>
                new(true, "Our office sealed this document, but the release was withdrawn on {0}. It can't be used anymore.", ended)
                {
                    Kind = VerificationKind.Ended,
                },
            ReleaseStatus.Expired when ended <= release.ExpiresOn =>
                new(true, "Our office sealed this document, but the release ended when the case was closed on {0}.", ended) { Kind = VerificationKind.Ended },
            ReleaseStatus.Expired =>
                new(true, "Our office sealed this document, but the release expired on {0}.", ended) { Kind = VerificationKind.Ended },
            ReleaseStatus.Superseded =>
                new(true, "Our office sealed this document, but a newer release replaced it on {0}.", ended) { Kind = VerificationKind.Ended },
            ReleaseStatus.Refused =>
                new(true, "Our office sealed this document but didn't accept the release.") { Kind = VerificationKind.Ended },
            ReleaseStatus.Checking =>
                new(true, "Our office sealed this document but hasn't checked yet who signed it.") { Kind = VerificationKind.NotYet },
            ReleaseStatus.Dropped =>
                new(true, "Our office sealed this document, but the release is no longer needed.") { Kind = VerificationKind.Ended },
            _ when release.ExpiresOn is { } last && last < calendar.DayOf(clock.GetUtcNow().UtcDateTime) =>
                new(true, "Our office sealed this document, but the release expired on {0}.", last) { Kind = VerificationKind.Ended },
            _ => good,
        };
    }
}
