using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Mail;

/// <summary>
/// Sends what is due. A row is leased by moving its due time, so that two processes never send the same one
/// and a killed one is tried again; a mail that fails waits longer each time and blocks nobody. It is given up when the
/// server refuses it for good, and after five days, as mail servers do (RFC 5321, 4.5.4.1): an outage loses nothing.
/// </summary>
[Recurring("Send queued email", Seconds = 15, WhenAdded = typeof(OutgoingMail), Queue = JobQueue.Mail)]
public sealed class MailDueJob(
    PortalDb db, IMailTransport transport, ILetterhead letterhead, SystemCipher cipher, TimeProvider clock, ILogger<MailDueJob> log) : ISweep
{
    private const int Batch = 50;
    private const int LongestWaitSeconds = 900;
    // Also of an old mail that somebody puts back in line.
    private const int FewestAttempts = 12;
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(5);
    // Longer than one try may take; what a killed process was about to send is taken over after it.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.DueAt <= now)
            .OrderBy(m => !MailKinds.Awaited.Contains(m.Kind)).ThenBy(m => m.DueAt).Take(Batch).ToListAsync(cancellation);
        if (due.Count == 0)
            return 0;
        var from = await letterhead.ReadAsync(cancellation);
        var sent = 0;
        foreach (var mail in due)
            if (await LeaseAsync(mail, cancellation) && await SendAsync(mail, from, cancellation))
                sent++;
        return sent;
    }

    private async Task<bool> LeaseAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow().UtcDateTime + Lease;
        var seen = mail.DueAt;
        return await db.Set<OutgoingMail>().Where(m => m.Id == mail.Id && m.DueAt == seen && m.SentAt == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, until).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancellation) == 1;
    }

    private async Task<bool> SendAsync(OutgoingMail mail, MailLetterhead from, CancellationToken cancellation)
    {
        try
        {
            var letter = MailKinds.Read(mail);
            if (letter is IAwaitedMail { UsefulFor: var useful } && clock.GetUtcNow().UtcDateTime > mail.QueuedAt + useful)
                throw new MailRefusedException("It could not be sent in time: the code in it no longer works.");
            var desk = new MailDesk(mail.Language, from, cipher);
            var text = letter.Write(desk);
            await transport.SendAsync(
                new MailEnvelope($"<{mail.Id:N}@{from.Site.Host}>", from.From, from.OfficeNameIn(mail.Language), mail.Recipient, mail.Language,
                    text.Subject, MailLayout.PlainText(text, desk), MailLayout.Html(text, desk)),
                cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            await FailAsync(mail, fault, cancellation);
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<OutgoingMail>().Where(m => m.Id == mail.Id).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.SentAt, now).SetProperty(x => x.DueAt, (DateTime?)null).SetProperty(x => x.LastError, (string?)null),
            CancellationToken.None);
        return true;
    }

    private async Task FailAsync(OutgoingMail mail, Exception fault, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var attempt = mail.Attempts + 1;
        var final = fault is MailRefusedException or UnknownMailException || (now > mail.QueuedAt + GivenUpAfter && attempt >= FewestAttempts);
        DateTime? again = final ? null : now + TimeSpan.FromSeconds(Math.Min(LongestWaitSeconds, 30 * Math.Pow(2, attempt - 1)));
        DateTime? failed = final ? now : null;
        // "Failure sending mail" alone helps nobody.
        var root = fault.GetBaseException();
        var why = Shorten($"{fault.GetType().Name}: {fault.Message}{(root == fault ? "" : " " + root.Message)}", mail.Recipient);
        log.LogWarning("Mail {Mail} ({Kind}) was not sent, attempt {Attempt}: {Why}", mail.Id, mail.Kind, attempt, why);
        await db.Set<OutgoingMail>().Where(m => m.Id == mail.Id).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.DueAt, again).SetProperty(x => x.FailedAt, failed).SetProperty(x => x.LastError, why), cancellation);
    }

    // Mail servers like to quote the address in their refusal; it has no business in logs.
    private static string Shorten(string why, string recipient)
    {
        var text = why.Replace(recipient, "<recipient>", StringComparison.OrdinalIgnoreCase).ReplaceLineEndings(" ");
        return text.Length <= 500 ? text : text[..500];
    }
}
