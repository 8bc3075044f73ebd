using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.Surges;

/// <summary>
/// Brings messages of surges to each person, one save for each, so that a stop in between sends nothing twice. Who can't get it any more,
/// because the case was closed meanwhile, is left out with the reason.
/// </summary>
[Recurring("Send batch replies and news", Minutes = 1, WhenAdded = typeof(SurgeSending))]
public sealed class SurgeMessageDueJob(PortalDb db, Telling telling, SecretCode secrets, TimeProvider clock) : ISweep
{
    private const int Batch = 100;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var sending in await db.Set<SurgeSending>().AsNoTracking().Where(s => s.DoneAt == null).OrderBy(s => s.MessageId).ToListAsync(cancellation))
            sent += await SendAsync(sending, cancellation);
        return sent;
    }

    private async Task<int> SendAsync(SurgeSending sending, CancellationToken cancellation)
    {
        var message = await db.Set<SurgeMessage>().AsNoTracking().SingleAsync(m => m.Id == sending.MessageId, cancellation);
        var surge = await db.Set<Surge>().AsNoTracking().SingleAsync(s => s.Id == message.SurgeId, cancellation);
        var author = await db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sending.SentById, cancellation);
        var actor = author is null ? Actor.System("Batch replies") : Actor.Staff(author.Id, author.DisplayName, author.Role);
        var (last, sent, waits) = (Guid.Empty, 0, false);
        while (await NextAsync(message.Id, last, cancellation) is { Count: > 0 } pieces)
        {
            foreach (var piece in pieces)
            {
                db.ChangeTracker.Clear();
                db.Attach(piece);
                var at = clock.GetUtcNow().UtcDateTime;
                if (message.Kind == SurgeMessageKind.Reply)
                    await ReplyAsync(new(this, actor, at), message, piece, cancellation);
                else
                    await TellNewsAsync(at, message, surge, piece, cancellation);
                // Stale: somebody changed the case at this moment; the next run tries again.
                if ((await db.CommitAsync(cancellation)).Succeeded)
                    sent += piece.SentAt is null ? 0 : 1;
                else
                    waits = true;
            }

            last = pieces[^1].Id;
        }

        if (!waits)
        {
            db.ChangeTracker.Clear();
            (await db.Set<SurgeSending>().SingleAsync(s => s.MessageId == sending.MessageId, cancellation)).DoneAt = clock.GetUtcNow().UtcDateTime;
            await db.CommitAsync(cancellation);
        }

        return sent;
    }

    private Task<List<SurgePiece>> NextAsync(Guid messageId, Guid last, CancellationToken cancellation) =>
        db.Set<SurgePiece>().AsNoTracking().Where(p => p.MessageId == messageId && p.SentAt == null && p.LeftOut == null && p.Id > last)
            .OrderBy(p => p.Id).Take(Batch).ToListAsync(cancellation);

    private async Task ReplyAsync(Act act, SurgeMessage message, SurgePiece piece, CancellationToken cancellation)
    {
        var @case = await db.Set<Case>().SingleAsync(c => c.Id == piece.PersonId, cancellation);
        if (SurgePiece.ReasonFor(@case) is { } why)
        {
            piece.LeftOut = why;
            return;
        }

        // A circular answers neither what the person wrote nor explains what an agency answered; both still wait.
        var unanswered = @case.UnansweredSince;
        await telling.TellAsync(act, @case, new(piece.Id, message.TextIn(@case.Language)), tellsAnswers: false, cancellation);
        if (unanswered is { } since)
            @case.NoteConstituentActivity(since);
        piece.SentAt = act.At;
    }

    private async Task TellNewsAsync(DateTime now, SurgeMessage message, Surge surge, SurgePiece piece, CancellationToken cancellation)
    {
        // Whoever left meanwhile isn't there any more.
        if (await db.Set<NewsSubscriber>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == piece.PersonId && s.ConfirmedAt != null, cancellation) is not { } reader)
        {
            piece.LeftOut = LeftOut.ByHand;
            return;
        }

        var subject = reader.Language == "es" ? message.SubjectEs : message.Subject;
        var mail = new SurgeNewsMail(subject ?? "", message.TextIn(reader.Language), surge.NameIn(reader.Language), reader.Id, LeaveNews.KeyOf(secrets, reader.Id));
        db.Queue(now, mail, new(reader.Email, reader.Language), null, message.Id);
        piece.SentAt = now;
    }
}

/// <summary>
/// Deletes what we know of people on a news list when they didn't confirm in time, and 30 days after the surge was closed. Sealed text of
/// those who stay moves to the newest master key.
/// </summary>
[Recurring("Clear old news lists", DailyAt = "03:40")]
public sealed class NewsListOldJob(PortalDb db, MasterKeys keys, TimeProvider clock) : ISweep
{
    private const int DaysAfterClosing = 30;
    private const int Batch = 200;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (unconfirmed, closed) = (now - NewsSubscriber.TimeToConfirm, now.AddDays(-DaysAfterClosing));
        var old = await db.Set<NewsSubscriber>()
            .Where(s => (s.ConfirmedAt == null && s.AskedAt < unconfirmed) || db.Set<Surge>().Any(u => u.Id == s.SurgeId && u.ClosedAt < closed))
            .ToListAsync(cancellation);
        db.RemoveRange(old);
        await db.SaveChangesAsync(cancellation);
        return old.Count + (keys.Ids.Count > 1 ? await ResealAsync(cancellation) : 0);
    }

    private async Task<int> ResealAsync(CancellationToken cancellation)
    {
        var (last, moved) = (Guid.Empty, 0);
        while (await db.Set<NewsSubscriber>().Where(s => s.Id > last).OrderBy(s => s.Id).Take(Batch).ToListAsync(cancellation) is { Count: > 0 } readers)
        {
            foreach (var reader in readers.Where(r => r.Email.IsUnderOlderKey(keys) || r.Name.IsUnderOlderKey(keys)))
            {
                reader.Reseal();
                moved++;
            }

            last = readers[^1].Id;
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        foreach (var message in (await db.Set<SurgeMessage>().ToListAsync(cancellation)).Where(m => m.Text.IsUnderOlderKey(keys) || m.TextEs.IsUnderOlderKey(keys)))
        {
            message.Reseal();
            moved++;
        }

        await db.SaveChangesAsync(cancellation);
        return moved;
    }
}
