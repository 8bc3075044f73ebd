using Microsoft.EntityFrameworkCore;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

/// <summary>The case has ended: there is a last message to read.</summary>
public sealed record CaseClosedMail(string Reference) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We closed your case {0}", Reference),
    [
        desk.T("We have closed your case {0}. A last message is waiting for you on our website.", Reference),
        desk.T("If something is still open, you can answer there and ask us to look again."),
    ])
    {
        Link = (desk.T("Read the message"), desk.Page("/status")),
    };
}

/// <summary>What every way of ending a case has in common: the last message, the mail, open wishes dropped.</summary>
internal static class Ending
{
    /// <summary>Ends the case with a message; nothing is saved yet. Returns the message's id.</summary>
    public static async Task<Guid> EndAsync(
        this PortalDb db, Case file, ClosingReason reason, string finalMessage, Actor actor, DateTime now, CancellationToken cancellation)
    {
        var message = new Message
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = file.Id,
            From = actor.Kind,
            AuthorId = actor.Kind == ActorKind.Staff ? actor.Id : null,
            Body = finalMessage,
            SentAt = now,
        };
        db.Add(message);
        file.Close(reason, now);
        foreach (var wish in await db.Set<InformationRequest>().Where(r => r.CaseId == file.Id && r.AnsweredAt == null && r.CancelledAt == null).ToListAsync(cancellation))
            wish.CancelledAt = now;
        await EndReleasesAsync(db, file, actor, now, cancellation);
        if (file.ContactEmail is { } email)
            db.Queue(now, new CaseClosedMail(file.Reference), email, file.Language, file.Id, message.Id);
        return message.Id;
    }

    // What the person signed says that the permission ends when the case is closed; reopening needs a new signature.
    private static async Task EndReleasesAsync(PortalDb db, Case file, Actor actor, DateTime now, CancellationToken cancellation)
    {
        var releases = await db.Set<PrivacyRelease>()
            .Where(r => r.CaseId == file.Id && (r.Status == ReleaseStatus.Requested || r.Status == ReleaseStatus.Checking || r.Status == ReleaseStatus.Signed)).ToListAsync(cancellation);
        foreach (var release in releases)
        {
            if (release.Status == ReleaseStatus.Signed)
            {
                release.Expire(now);
                db.Record(now, actor, file.Id, new ReleaseExpired(release.Id, release.AgencyCode));
            }

            // What the person withdrew in this very save has its own event.
            if (release.EndedAt is not null)
                continue;
            release.Drop(now);
            db.Record(now, actor, file.Id, new ReleaseDropped(release.Id, release.AgencyCode));
        }

        await db.EndExceptionsAsync(file.Id, null, actor, now, cancellation);
    }

    /// <summary>Inquiries that still wait for an answer.</summary>
    public static Task<int> OpenInquiriesAsync(this PortalDb db, Guid caseId, CancellationToken cancellation) =>
        db.Set<AgencyInquiry>().CountAsync(i => i.CaseId == caseId && i.EndedAt == null, cancellation);
}
