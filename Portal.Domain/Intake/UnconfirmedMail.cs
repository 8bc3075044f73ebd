using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Intake;

/// <summary>Whether a new case may email the addresses in it. A request the bot check doubts could contain anyone's address.</summary>
public sealed class UnconfirmedMail(PortalDb db, MailLimit limit)
{
    /// <summary>Whether the writer of the request may be emailed.</summary>
    public async Task<bool> MayReachWriterAsync(Case @case, DateTime now, CancellationToken cancellation)
    {
        var since = now - limit.Window;
        return @case.ReviewReason is null
            || await db.Set<Case>().CountAsync(
                c => c.ContactEmailIndex == @case.ContactEmailIndex && c.ReceivedAt > since, cancellation) < limit.Most;
    }

    /// <summary>Whether the signer may be emailed.</summary>
    public async Task<bool> MayReachSignerAsync(Case @case, string? typed, DateTime now, CancellationToken cancellation)
    {
        if (@case.ReviewReason is null)
            return true;
        if (!EmailAddress.TryParse(typed, out var signer))
            return true;
        var (since, index) = (now - limit.Window, db.IndexOf("email", signer.Normalized));
        return await db.Set<PrivacyRelease>().CountAsync(
            r => r.SignerEmailIndex == index && r.RequestedAt > since && r.Status == ReleaseStatus.Requested, cancellation) < limit.Most;
    }
}
