using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Mail;

/// <summary>The sender: every mail goes out, once, whatever happens to the others.</summary>
public sealed class MailDueTests
{
    [Theory, OnBoth]
    public async Task Sent_once_with_a_number_that_stays(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.SubmittedCase();
        Assert.Equal(1, await office.SweepAsync<MailDueJob>());
        Assert.Equal(0, await office.SweepAsync<MailDueJob>());
        var row = (await office.AllAsync<OutgoingMail>()).Single();
        var mail = Assert.Single(office.Mail.Sent);
        Assert.Equal(($"<{row.Id:N}@help.nunez.example.gov>", Answers.Email, "casework@nunez.example.gov", "Representative Ana M. Núñez"), (mail.MessageId, mail.To, mail.From, mail.FromName));
        Assert.Equal((office.Clock.Utc, null, 1), (row.SentAt!.Value, row.DueAt, row.Attempts));
    }

    [Theory, OnBoth]
    public async Task With_the_server_down_the_request_is_accepted_and_the_mail_goes_out_later(DatabaseProvider on)
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
    public async Task Tries_come_further_apart_and_end_after_five_days(DatabaseProvider on)
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
    public async Task A_wrong_setting_gives_no_mail_up(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.SubmittedCase();
        office.Mail.OnSending = _ => throw new InvalidOperationException(new SmtpSettings("", 587, true, null, null).Problem);
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
        await office.DoAsync<SendAccessCode>(o => o.ExecuteAsync(new(AccessPurpose.Status, Guid.CreateVersion7(), "ana@example.org", "en"), Actor.Anonymous, default));
        await office.SweepAsync<MailDueJob>();
        office.Clock.Advance(AccessCode.Lifetime + TimeSpan.FromSeconds(1));
        office.Mail.Shut = false;
        Assert.Equal(0, await office.SweepAsync<MailDueJob>());
        Assert.Empty(office.Mail.Sent);
        Assert.NotNull((await office.AllAsync<OutgoingMail>()).Single().FailedAt);
    }

    [Theory, OnBoth]
    public async Task All_that_were_given_up_go_back_in_line_together(DatabaseProvider on)
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
    public async Task Poison_and_refusal_block_nobody_and_the_address_is_not_kept_in_the_error(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        async Task QueueAsync(string to) => await office.Given.SubmittedCase(Answers.Complete() with { Person = Answers.Complete().Person with { Email = to } });
        await QueueAsync("choke@example.org");
        await QueueAsync("refused@example.org");
        await office.AddAsync(new OutgoingMail { Id = Guid.CreateVersion7(), Kind = "MailOfTheFuture", Key = "x", Recipient = "a@example.org", Language = "en", Payload = "{}", DueAt = office.Clock.Utc });
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
    public async Task Two_senders_at_once_send_one(DatabaseProvider on)
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
    public async Task A_sender_that_died_leaves_its_mail_to_the_next_after_the_lease(DatabaseProvider on)
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
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await office.SweepAsync<MailDueJob>());
        Assert.Single(office.Mail.Sent);
    }

    [Theory, OnBoth]
    public async Task A_failed_mail_is_tried_again_when_staff_say_so(DatabaseProvider on)
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
