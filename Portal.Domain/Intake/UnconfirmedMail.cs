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
        var (since, signer) = (now - limit.Window, typed?.Trim() ?? "");
        var asked = await db.Set<PrivacyRelease>()
            .Where(r => r.Status == ReleaseStatus.Requested && r.RequestedAt > since && r.SignerEmail != null)
            .Select(r => r.SignerEmail)
            .ToListAsync(cancellation);
        return asked.Count(email => string.Equals(email, signer, StringComparison.OrdinalIgnoreCase)) < limit.Most;
    }
}
