using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Mail;

/// <summary>The sender job: every email is sent once, whatever happens to the others.</summary>
public sealed class MailDueTests
{
    [Theory, OnBoth]
    public async Task An_email_is_sent_once_with_a_stable_message_id(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.SubmittedCase();
        Assert.Equal(1, await office.SweepAsync<MailDueJob>());
        Assert.Equal(0, await office.SweepAsync<MailDueJob>());
        var row = (await office.AllAsync<OutgoingMail>()).Single();
        var mail = Assert.Single(office.Mail.Sent);
        Assert.Equal(
            ($"<{row.Id:N}@help.nunez.example.gov>", Answers.Email, "casework@nunez.example.gov", "Representative Ana M. Núñez"),
            (mail.MessageId, mail.To, mail.From, mail.FromName));
        Assert.Equal((office.Clock.Utc, null, 1), (row.SentAt!.Value, row.DueAt, row.Attempts));
    }

    [Theory, OnBoth]
    public async Task With_the_mail_server_down_a_request_is_accepted_and_its_email_is_sent_later(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        office.Mail.Shut = true;
        await office.Given.SubmittedCase();
        for (var hour = 0; hour < 4; hour++)
        {
            Assert.Equal(0, await office.SweepAsync<MailDueJob>());
            office.Clock.Advance(TimeSpan.FromHours(1));
        }

        var waiting = (await office.AllAsync<OutgoingMail>()).Single();
        Assert.Equal((null, null), (waiting.SentAt, waiting.FailedAt));
        Assert.Contains("The post office is shut.", waiting.LastError, StringComparison.Ordinal);
        office.Mail.Shut = false;
        Assert.Equal(1, await office.SweepAsync<MailDueJob>());
        Assert.Null((await office.AllAsync<OutgoingMail>()).Single().LastError);
    }

    [Theory, OnBoth]
    public async Task Retries_are_spaced_further_apart_and_end_after_five_days(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        office.Mail.Shut = true;
        await office.Given.SubmittedCase();
        var waits = new List<TimeSpan>();
        while ((await office.AllAsync<OutgoingMail>()).Single() is { DueAt: { } due })
        {
            waits.Add(due - office.Clock.Utc);
            office.Clock.Now = due;
            await office.SweepAsync<MailDueJob>();
        }

        Assert.Equal([0, 30, 60, 120, 240, 480, 900, 900], waits.Select(w => w.TotalSeconds).Take(8));
        Assert.All(waits[8..], w => Assert.Equal(TimeSpan.FromMinutes(15), w));
        var row = (await office.AllAsync<OutgoingMail>()).Single();
        Assert.Equal(office.Clock.Utc, row.FailedAt);
        Assert.InRange(row.FailedAt!.Value - row.QueuedAt, TimeSpan.FromDays(5), TimeSpan.FromDays(5) + TimeSpan.FromMinutes(15));
    }

    [Theory, OnBoth]
    public async Task No_email_is_abandoned_because_of_a_wrong_setting(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(
            on, services => services.AddSingleton<IMailServer>(new SmtpMailServer(new("", 587, MailSecurity.StartTls))));
        await office.Given.SubmittedCase();
        await office.SweepAsync<MailDueJob>();
        var waiting = (await office.AllAsync<OutgoingMail>()).Single();
        Assert.NotNull(waiting.DueAt);
        Assert.Contains("Portal:Mail:Host", waiting.LastError, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_code_that_no_longer_works_is_not_sent(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        office.Mail.Shut = true;
        await office.DoAsync<SendAccessCode>(o => o.ExecuteAsync(
            new(AccessPurpose.Status, Guid.CreateVersion7(), "ana@example.org", "en"), Actor.Anonymous, default));
        await office.SweepAsync<MailDueJob>();
        office.Clock.Advance(AccessCode.Lifetime + TimeSpan.FromSeconds(1));
        office.Mail.Shut = false;
        Assert.Equal(0, await office.SweepAsync<MailDueJob>());
        Assert.Empty(office.Mail.Sent);
        Assert.NotNull((await office.AllAsync<OutgoingMail>()).Single().FailedAt);
    }

    [Theory, OnBoth]
    public async Task Failed_emails_can_be_queued_again_together(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var olga = await office.Given.Staff(StaffRole.Administrator, "Olga");
        await office.Given.SubmittedCase();
        await office.Given.SubmittedCase();
        office.Mail.Refuses = Answers.Email;
        await office.SweepAsync<MailDueJob>();
        office.Mail.Refuses = null;
        (await office.TryAsync<RetryAllMail>(o => o.ExecuteAsync(olga, default))).Did(["EmailRetried", "EmailRetried"]);
        (await office.TryAsync<RetryAllMail>(o => o.ExecuteAsync(olga, default))).ChangedNothing();
        Assert.Equal(2, await office.SweepAsync<MailDueJob>());
    }

    [Theory, OnBoth]
    public async Task An_email_that_fails_blocks_no_other_and_its_error_omits_the_address(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        async Task QueueAsync(string to) =>
            await office.Given.SubmittedCase(Answers.Complete() with { Person = Answers.Complete().Person with { Email = to } });
        await QueueAsync("choke@example.org");
        await QueueAsync("refused@example.org");
        await office.AddAsync(new OutgoingMail
        {
            Id = Guid.CreateVersion7(),
            Kind = "MailOfTheFuture",
            Key = "x",
            Recipient = "a@example.org",
            RecipientIndex = "",
            Language = "en",
            Payload = "{}",
            DueAt = office.Clock.Utc
        });
        await QueueAsync("fine@example.org");
        (office.Mail.ChokesOn, office.Mail.Refuses) = ("choke@example.org", "refused@example.org");
        Assert.Equal(1, await office.SweepAsync<MailDueJob>());
        Assert.Equal("fine@example.org", office.Mail.Sent.Single().To);
        var rows = (await office.AllAsync<OutgoingMail>()).ToDictionary(m => m.Recipient);
        Assert.NotNull(rows["refused@example.org"].FailedAt);
        Assert.NotNull(rows["a@example.org"].FailedAt);
        Assert.NotNull(rows["choke@example.org"].DueAt);
        Assert.DoesNotContain("refused@example.org", rows["refused@example.org"].LastError, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Every_due_email_is_sent_in_one_run_with_one_connection_per_fifty(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.QueueAsync(120);
        Assert.Equal(120, await office.SweepAsync<MailDueJob>());
        Assert.Equal((120, 3), (office.Mail.Sent.Count, office.Mail.Connections));
    }

    [Theory, OnBoth]
    public async Task A_server_that_is_down_is_tried_once_per_run_and_every_email_of_the_batch_records_why(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        office.Mail.Shut = true;
        await office.QueueAsync(120);
        Assert.Equal(0, await office.SweepAsync<MailDueJob>());
        Assert.Equal(1, office.Mail.Connections);
        Assert.Equal(10, (await office.AllAsync<OutgoingMail>()).Count(m => m.Attempts == 1 && m.LastError is not null && m.DueAt > office.Clock.Utc));
    }

    [Theory, OnBoth]
    public async Task A_lost_connection_costs_one_email_one_attempt_and_the_next_email_reconnects(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.QueueAsync(3);
        var tries = 0;
        office.Mail.OnSending = _ =>
        {
            office.Mail.IsOpen = ++tries > 1;
            return office.Mail.IsOpen ? Task.CompletedTask : throw new IOException("hung up");
        };
        Assert.Equal(2, await office.SweepAsync<MailDueJob>());
        Assert.Equal(2, office.Mail.Connections);
        Assert.NotNull((await office.AllAsync<OutgoingMail>()).Single(m => m.SentAt is null).DueAt);
    }

    [Theory, OnBoth]
    public async Task Concurrent_senders_send_an_email_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var sent = 0;
        office.Mail.OnSending = async _ =>
        {
            Interlocked.Increment(ref sent);
            await Task.Yield();
        };
        for (var i = 0; i < 5; i++)
            await office.Given.SubmittedCase();
        await office.AtOnceAsync<MailDueJob>(4, async job =>
        {
            await job.RunAsync(default);
            return Outcome.Done;
        });
        await office.SweepAsync<MailDueJob>();
        Assert.Equal(5, sent);
    }

    [Theory, OnBoth]
    public async Task The_email_of_a_dead_sender_is_sent_after_its_lease_expires(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.SubmittedCase();
        using var dying = new CancellationTokenSource();
        office.Mail.OnSending = async _ =>
        {
            await dying.CancelAsync();
            dying.Token.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => office.WithAsync<MailDueJob, int>(j => j.RunAsync(dying.Token)));
        office.Mail.OnSending = null;
        Assert.Equal(0, await office.SweepAsync<MailDueJob>());
        office.Clock.Advance(TimeSpan.FromSeconds(13));
        Assert.Equal(1, await office.SweepAsync<MailDueJob>());
        Assert.Single(office.Mail.Sent);
    }

    [Theory, OnBoth]
    public async Task A_code_queued_while_many_emails_are_sent_soon_goes_first(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.QueueAsync(100);
        var order = new List<string>();
        office.Mail.OnSending = async mail =>
        {
            order.Add(mail.To);
            if (order.Count == 15)
                await QueueCodeAsync(office, "waiting@example.org");
        };
        await office.SweepAsync<MailDueJob>();
        Assert.InRange(order.IndexOf("waiting@example.org"), 15, 25);
        Assert.Equal(101, order.Count);
    }

    [Theory, OnBoth]
    public async Task A_code_is_tried_again_every_15_seconds_while_it_is_useful(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        office.Mail.Shut = true;
        await QueueCodeAsync(office, "waiting@example.org");
        var waits = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            await office.SweepAsync<MailDueJob>();
            var due = (await office.AllAsync<OutgoingMail>()).Single().DueAt!.Value;
            waits.Add((due - office.Clock.Utc).TotalSeconds);
            office.Clock.Now = due;
        }

        Assert.All(waits, w => Assert.Equal(15, w));
        office.Mail.Shut = false;
        Assert.Equal(1, await office.SweepAsync<MailDueJob>());
    }

    private static async Task QueueCodeAsync(DomainHost office, string to)
    {
        var code = await office.WithAsync<SystemCipher, string>(c => Task.FromResult(c.Seal("123456", MailDesk.CodePurpose)));
        await office.ReadAsync(db =>
        {
            db.Queue(office.Clock.Utc, new AccessCodeMail(code), new(to, "en"), null, Guid.CreateVersion7());
            return db.SaveChangesAsync();
        });
    }

    [Theory, OnBoth]
    public async Task Staff_can_retry_a_failed_email(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var olga = await office.Given.Staff(StaffRole.Administrator, "Olga");
        await office.Given.SubmittedCase();
        office.Mail.Refuses = Answers.Email;
        await office.SweepAsync<MailDueJob>();
        var id = (await office.AllAsync<OutgoingMail>()).Single().Id;
        office.Mail.Refuses = null;
        (await office.TryAsync<RetryMail>(o => o.ExecuteAsync(id, olga, default))).Did("EmailRetried");
        (await office.TryAsync<RetryMail>(o => o.ExecuteAsync(id, olga, default))).ChangedNothing();
        Assert.Equal(1, await office.SweepAsync<MailDueJob>());
        (await office.TryAsync<RetryMail>(o => o.ExecuteAsync(Guid.CreateVersion7(), olga, default))).Was<Outcome.NotFound>();
    }
}
