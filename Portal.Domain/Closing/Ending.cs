using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Decisions;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Closing;

/// <summary>What every way of closing a case shares: the closing message, the email, and canceling open requests and releases.</summary>
internal static class Ending
{
    /// <summary>Closes the case with a message and returns the message's id. The caller saves.</summary>
    public static async Task<Guid> EndAsync(
        this PortalDb db, Act act, Case @case, ClosingReason reason, string finalMessage, IMail mail, CancellationToken cancellation)
    {
        var message = new Message
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(act.At)),
            CaseId = @case.Id,
            From = act.Actor.Kind,
            AuthorId = act.Actor.Kind == ActorKind.Staff ? act.Actor.Id : null,
            Body = finalMessage,
            SentAt = act.At,
        };
        db.Add(message);
        @case.Close(reason, act.At);
        if (act.Actor.Kind == ActorKind.Staff)
            @case.TellConstituent();
        var openRequests = await db.Set<InformationRequest>()
            .Where(r => r.CaseId == @case.Id && r.AnsweredAt == null && r.CanceledAt == null)
            .ToListAsync(cancellation);
        foreach (var request in openRequests)
            request.CanceledAt = act.At;
        await EndReleasesAsync(db, act, @case, cancellation);
        await EndDecisionsAsync(db, act, @case, cancellation);
        if (@case.ContactEmail is { } email)
            db.Queue(act.At, mail, new(email, @case.Language), @case.Id, message.Id);
        return message.Id;
    }

    // A signed release says it ends when the case is closed, so a reopened case needs a new signature.
    private static async Task EndReleasesAsync(PortalDb db, Act act, Case @case, CancellationToken cancellation)
    {
        var releases = await db.Set<PrivacyRelease>()
            .Where(r => r.CaseId == @case.Id
                && (r.Status == ReleaseStatus.Requested || r.Status == ReleaseStatus.Checking || r.Status == ReleaseStatus.Signed))
            .ToListAsync(cancellation);
        foreach (var release in releases)
        {
            if (release.Status == ReleaseStatus.Signed)
            {
                release.Expire(act.At);
                db.Record(act, @case.Id, new ReleaseExpired(release.Id, release.AgencyCode));
            }

            // A release withdrawn in this same save already has its own event.
            if (release.EndedAt is not null)
                continue;
            release.Drop(act.At);
            db.Record(act, @case.Id, new ReleaseNoLongerNeeded(release.Id, release.AgencyCode));
        }

        await db.EndExceptionsAsync(act, @case.Id, null, cancellation);
    }

    // Nobody decides about a closed case, and no letter about it waits for a signature or a review.
    private static async Task EndDecisionsAsync(PortalDb db, Act act, Case @case, CancellationToken cancellation)
    {
        foreach (var decision in await db.Set<Decision>().Where(d => d.CaseId == @case.Id && d.EndedAt == null).ToListAsync(cancellation))
        {
            decision.End(act.At);
            db.Record(act, @case.Id, new DecisionEnded(decision.Id, decision.Choice is not null));
        }

        foreach (var letter in await db.Set<LetterDraft>().Where(d => d.CaseId == @case.Id && d.HeldSince != null).ToListAsync(cancellation))
            letter.Release();
    }

    /// <summary>How many inquiries are still waiting for an answer.</summary>
    public static Task<int> OpenInquiriesAsync(this PortalDb db, Guid caseId, CancellationToken cancellation) =>
        db.Set<AgencyInquiry>().CountAsync(i => i.CaseId == caseId && i.EndedAt == null, cancellation);
}
