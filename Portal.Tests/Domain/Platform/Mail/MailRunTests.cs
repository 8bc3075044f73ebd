using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;
using Portal.Tests.Domain.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Mail;

/// <summary>The sender job with a real mail server over TLS.</summary>
public sealed class MailRunTests(SmtpProcess servers) : IClassFixture<SmtpProcess>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private const int Alone = 10;

    [Theory, OnBoth]
    public async Task A_thousand_emails_are_sent_once_each_in_under_twenty_seconds_with_one_connection_per_fifty(DatabaseProvider on)
    {
        var server = await servers.ListenAsync();
        await using var office = await StartAsync(on, server.Port);
        var alone = await TimeAsync(async () =>
        {
            for (var i = 0; i < Alone; i++)
                await office.DoAsync<SendTestMail>(o => o.ExecuteAsync(new("ana@example.org", "en"), Actor.System("test"), default));
        });
        await server.NextAsync(Alone);
        await office.QueueAsync(1_000);
        var together = await TimeAsync(async () => Assert.Equal(1_000, await office.SweepAsync<MailDueJob>()));
        var got = await server.NextAsync(1_000);
        var ids = (await office.AllAsync<OutgoingMail>()).Select(m => $"<{m.Id:N}@help.nunez.example.gov>");
        Assert.Equal(ids.Order(StringComparer.Ordinal), got.Select(m => m.MessageId).Order(StringComparer.Ordinal));
        Assert.Equal(20, got.Select(m => m.Session).Distinct().Count());
        var times = $"1,000 mails took {together}, {Alone} with a connection each {alone}.";
        TestContext.Current.TestOutputHelper!.WriteLine(times);
        // A machine too busy for the time limit must still be several times faster than sending one by one.
        Assert.True(together < Longest || together * Alone * 3 < alone * 1_000, times);
    }

    [Theory, OnBoth]
    public async Task Refusals_and_a_lost_connection_affect_no_other_email(DatabaseProvider on)
    {
        var server = await servers.ListenAsync();
        await using var office = await StartAsync(on, server.Port);
        await office.QueueAsync("nobody@example.org", "first@example.org", "busy@example.org", "second@example.org", "hangup@example.org", "third@example.org");
        Assert.Equal(3, await office.SweepAsync<MailDueJob>());
        var got = await server.NextAsync(3);
        Assert.Equal(["first@example.org", "second@example.org", "third@example.org"], got.SelectMany(m => m.To).Order());
        Assert.InRange(got.Select(m => m.Session).Distinct().Count(), 1, 2);
        var rows = (await office.AllAsync<OutgoingMail>()).ToDictionary(m => m.Recipient.Split('@')[0]);
        Assert.NotNull(rows["nobody"].FailedAt);
        Assert.Equal("RecipientRefused: 550 <<recipient>> unknown here", rows["nobody"].LastError);
        Assert.All(new[] { rows["busy"], rows["hangup"] }, waiting => Assert.Equal((null, office.Clock.Utc.AddSeconds(30)), (waiting.FailedAt, waiting.DueAt)));
    }

    [Theory, OnBoth]
    public async Task No_email_is_abandoned_because_of_a_wrong_password(DatabaseProvider on)
    {
        var server = await servers.ListenAsync();
        await using var office = await StartAsync(on, server.Port, "wrong");
        await office.QueueAsync(2);
        Assert.Equal(0, await office.SweepAsync<MailDueJob>());
        Assert.All(await office.AllAsync<OutgoingMail>(), waiting =>
        {
            Assert.Equal((null, "SignInRefused: 535: Invalid username or password"), (waiting.FailedAt, waiting.LastError));
            Assert.NotNull(waiting.DueAt);
        });
    }

    [Theory, OnBoth]
    public async Task An_address_the_server_cannot_encode_is_abandoned_with_an_explanation(DatabaseProvider on)
    {
        var server = await servers.ListenAsync(new { hideSMTPUTF8 = true });
        await using var office = await StartAsync(on, server.Port);
        await office.QueueAsync("josé@example.org");
        await office.SweepAsync<MailDueJob>();
        var given = (await office.AllAsync<OutgoingMail>()).Single();
        Assert.NotNull(given.FailedAt);
        Assert.StartsWith("The address has a letter such as ñ", MailFailure.Read(given.LastError!).Sentence("en"), StringComparison.Ordinal);
        Assert.StartsWith("La dirección tiene una letra como ñ", MailFailure.Read(given.LastError!).Sentence("es"), StringComparison.Ordinal);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed;
    }

    private Task<DomainHost> StartAsync(DatabaseProvider on, int port, string password = "geheim") =>
        DomainHost.StartAsync(on, services => services.AddSingleton<IMailServer>(
            new SmtpMailServer(new("localhost", port, MailSecurity.StartTls)
            {
                UserName = "portal",
                Password = password,
                TrustedCertificates = servers.Authority
            })));
}
