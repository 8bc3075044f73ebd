using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Mail;

/// <summary>
/// Sends email until nothing is due, one connection for each fifty. A row is leased by moving its due time, so that two processes
/// never send the same email and one that was interrupted is retried. It's marked as soon as the server accepts it, so a crash
/// causes at most one duplicate, with the same Message-ID. A failed email waits longer each time and doesn't hold up others. It's
/// given up when the server rejects it for good or after five days, as mail servers do (RFC 5321, 4.5.4.1), so an outage
/// loses nothing.
/// </summary>
[Recurring("Send queued email", Seconds = 15, WhenAdded = typeof(OutgoingMail), Queue = JobQueue.Mail)]
public sealed class MailDueJob(
    PortalDb db, IMailServer server, ILetterhead letterhead, SystemCipher cipher, MailFiles files, TimeProvider clock, ILogger<MailDueJob> log) : ISweep
{
    // Few, so that a code queued in the meantime soon goes first.
    private const int BatchRows = 10;
    private const int MaxWaitSeconds = 900;
    private const int MaxAwaitedWaitSeconds = 15;
    private const int MaxErrorLength = 500;
    // Also applies to an old email that staff retry.
    private const int MinAttempts = 12;
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(5);
    // Short, so that what a killed process was about to send soon goes out. The job's own lease, which is renewed, keeps a slow attempt
    // from being made twice.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(12);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var sent = 0;
        await using var batch = new MailBatch(server);
        while (await DueAsync(cancellation) is { Count: > 0 } due)
        {
            var from = await letterhead.ReadAsync(cancellation);
            var leased = 0;
            foreach (var mail in due)
            {
                if (!await LeaseAsync(mail, cancellation))
                    continue;
                leased++;
                if (await SendAsync(mail, from, batch, cancellation))
                    sent++;
            }

            // Another process has them all, or the server is down: leave the rest to the next run.
            if (leased == 0 || batch.ServerDown is not null)
                break;
        }

        return sent;
    }

    private async Task<List<OutgoingMail>> DueAsync(CancellationToken cancellation)
    {
        var now = Now;
        var due = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.DueAt <= now && m.SentAt == null)
            .OrderBy(m => !MailKinds.Awaited.Contains(m.Kind)).ThenBy(m => m.DueAt).Take(BatchRows).ToListAsync(cancellation);
        await db.ReadKeysAsync(due.Select(m => m.CaseId).OfType<Guid>(), cancellation);
        return due;
    }

    private async Task<bool> LeaseAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var until = Now + Lease;
        var seen = mail.DueAt;
        return await db.Set<OutgoingMail>().Where(m => m.Id == mail.Id && m.DueAt == seen && m.SentAt == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, until).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancellation) == 1;
    }

    private async Task<bool> SendAsync(OutgoingMail mail, MailLetterhead from, MailBatch batch, CancellationToken cancellation)
    {
        string? recipient = null;
        try
        {
            recipient = mail.Recipient;
            var letter = MailKinds.Read(mail);
            if (letter is IAwaitedMail { UsefulFor: var useful } && Now > mail.QueuedAt + useful)
                throw new MailException(new(MailFailureKind.TooLate, IsFinal: true));
            var envelope = MailEnvelope.For(mail.Id, recipient, letter, new MailDesk(mail.Language, from, cipher));
            await batch.SendAsync(letter is IMailWithFiles with ? envelope with { Files = await files.ReadAsync(mail, with, cancellation) } : envelope, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            await FailAsync(mail, MailFailure.From(fault).Without(recipient), cancellation);
            return false;
        }

        var now = Now;
        await db.Set<OutgoingMail>().Where(m => m.Id == mail.Id && m.RecipientIndex == mail.RecipientIndex).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.SentAt, now).SetProperty(x => x.DueAt, (DateTime?)null).SetProperty(x => x.LastError, (string?)null),
            CancellationToken.None);
        return true;
    }

    private async Task FailAsync(OutgoingMail mail, MailFailure failure, CancellationToken cancellation)
    {
        var now = Now;
        var attempt = mail.Attempts + 1;
        var final = failure.IsFinal || (now > mail.QueuedAt + GiveUpAfter && attempt >= MinAttempts);
        var longest = MailKinds.Awaited.Contains(mail.Kind) ? MaxAwaitedWaitSeconds : MaxWaitSeconds;
        DateTime? again = final ? null : now + TimeSpan.FromSeconds(Math.Min(longest, 30 * Math.Pow(2, attempt - 1)));
        DateTime? failed = final ? now : null;
        var why = Shorten(failure);
        log.LogWarning("Email {Mail} ({Kind}) was not sent, attempt {Attempt}: {Why}", mail.Id, mail.Kind, attempt, why);
        await db.Set<OutgoingMail>().Where(m => m.Id == mail.Id && m.RecipientIndex == mail.RecipientIndex).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.DueAt, again).SetProperty(x => x.FailedAt, failed).SetProperty(x => x.LastError, why), cancellation);
    }

    private static string Shorten(MailFailure failure)
    {
        var text = failure.ToString().ReplaceLineEndings(" ");
        return text.Length <= MaxErrorLength ? text : text[..MaxErrorLength];
    }
}
