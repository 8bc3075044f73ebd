using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Desk;

/// <summary>What a person sees after sending a request.</summary>
/// <param name="Release">The release waiting for a signature; null when there is none.</param>
/// <param name="Agency">The release's agency.</param>
public sealed record Confirmation(Case Case, PrivacyRelease? Release, Agency? Agency)
{
    /// <summary>
    /// Whether an email with the reference went out or is about to. None does if an address got too many emails for requests it
    /// never confirmed.
    /// </summary>
    public required bool IsEmailed { get; init; }

    /// <summary>Whether an email with the link went out or is about to go to whoever signs.</summary>
    public required bool SignerIsEmailed { get; init; }

    /// <summary>Whether the confirmation still applies: once staff have looked at the case, the status page has more to say.</summary>
    public bool IsCurrent => Case is { Status: CaseStatus.Received, PromisedOn: not null };

    /// <summary>Whether the person who sent the request is also the signer.</summary>
    public bool IsSigner => Release is not null && ReleaseAccess.IsOwn(Release, Case);
}

/// <summary>Reads the confirmation of a request.</summary>
public sealed class ConfirmationQuery(PortalDb db, AgencyDirectory agencies)
{
    /// <summary>The confirmation; null when there is no such case.</summary>
    public async Task<Confirmation?> ReadAsync(Guid caseId, CancellationToken cancellation)
    {
        if (await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancellation) is not { } @case)
            return null;
        var release = await db.Set<PrivacyRelease>().AsNoTracking()
            .FirstOrDefaultAsync(r => r.CaseId == caseId && r.Status == ReleaseStatus.Requested, cancellation);
        var mails = await db.Set<OutgoingMail>().Where(m => m.CaseId == caseId).Select(m => m.Kind).ToListAsync(cancellation);
        return new(@case, release, release is null ? null : (await agencies.ReadAsync(cancellation))[release.AgencyCode].For(release.Matter))
        {
            IsEmailed = mails.Contains(nameof(AcknowledgmentMail)),
            SignerIsEmailed = mails.Any(SignerMail.Kinds.Contains),
        };
    }
}
