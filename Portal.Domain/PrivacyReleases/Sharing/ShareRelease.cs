using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases.Sharing;

/// <summary>Creates a link that opens one sealed release for someone at an agency. The link is shown once and isn't stored.</summary>
public sealed class ShareRelease(PortalDb db, SecretCode secrets, Calendars calendars, TimeProvider clock)
{
    /// <summary>The purpose the tokens are hashed under.</summary>
    internal const string TokenPurpose = "release/share";

    /// <summary>
    /// The case as the page showed it, the release, who gets the link, and for how many days. With <paramref name="Key"/>, a
    /// double click creates only one link.
    /// </summary>
    public sealed record Command(Guid CaseId, int? Version, Guid ReleaseId, string Recipient, int Days, Guid Key);

    /// <summary>The link was created. The token isn't shown again.</summary>
    public sealed record Shared(string Token, DateTime ExpiresAt) : Outcome.Success;

    /// <summary>Creates the link.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.OpenDocuments) is { } forbidden)
            return forbidden;
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not (null or Outcome.Stale))
            return refusal;
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == command.ReleaseId && r.CaseId == @case.Id, cancellation);
        if (release?.Signature is null)
            return new Outcome.NotFound();
        if (refusal is not null)
            return refusal;
        if (!@case.IsConfirmed)
            return new Outcome.Refused("The person hasn't confirmed the request that we wrote down. Until they do, nothing goes out in their name.");
        if (await db.FindAsync<ReleaseShare>([command.Key], cancellation) is not null)
            return new Outcome.Refused("This link was already created. If you didn't save it, cancel it and create a new one.");
        if (string.IsNullOrWhiteSpace(command.Recipient) || command.Recipient.Trim().Length > ReleaseShare.MaxRecipient)
            return new Outcome.Refused("Enter who will get the link, up to 200 characters.");
        if (command.Days is < 1 or > ReleaseShare.MostDays)
            return new Outcome.Refused("Enter 1 to 30 days for the link.");
        var now = clock.GetUtcNow().UtcDateTime;
        if (!release.IsInForce((await calendars.ReadAsync(cancellation)).DayOf(now)))
            return new Outcome.Refused("This release isn't in effect, so it can't be shared.");
        var token = SecretCode.NewToken();
        var share = new ReleaseShare
        {
            Id = command.Key,
            CaseId = @case.Id,
            ReleaseId = release.Id,
            TokenHash = secrets.Hash(TokenPurpose, "", token),
            Recipient = command.Recipient.Trim(),
            MadeById = actor.Id,
            MadeAt = now,
            ExpiresAt = now.AddDays(command.Days),
        };
        db.Add(share);
        db.Record(this, now, actor, @case.Id, new ReleaseLinkCreated(release.Id, share.Id, release.AgencyCode, share.ExpiresAt));
        return await db.CommitAsync(cancellation, new Shared(token, share.ExpiresAt));
    }
}
