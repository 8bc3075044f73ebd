using System.Diagnostics;
using MailKit;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Portal.Domain.MailRoom;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Mail.Incoming;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Mail;

/// <summary>The mailbox on a real IMAP server.</summary>
public sealed class ImapMailboxTests(DovecotProcess dovecot) : IClassFixture<DovecotProcess>
{
    [Fact]
    public async Task Email_is_stored_and_stays_in_the_mailbox_marked_as_read()
    {
        DovecotProcess.Require();
        const string User = "stored@example.gov";
        await dovecot.DeliverAsync(User, Email("One"), Email("Two"));
        await using var office = await OfficeAsync(User);
        Assert.Equal(2, await office.SweepAsync<MailboxJob>());
        Assert.Equal(0, await office.SweepAsync<MailboxJob>());
        await dovecot.DeliverAsync(User, Email("Three"));
        Assert.Equal(1, await office.SweepAsync<MailboxJob>());
        Assert.Equal(["One", "Three", "Two"], (await office.AllAsync<ReceivedMail>()).Select(m => m.Subject.Text).Order());

        using var client = await dovecot.ConnectAsync(User);
        await client.Inbox.OpenAsync(FolderAccess.ReadOnly);
        var left = await client.Inbox.FetchAsync(0, -1, MessageSummaryItems.Flags);
        Assert.Equal(3, left.Count);
        Assert.All(left, m => Assert.Equal(MessageFlags.Seen, m.Flags & (MessageFlags.Seen | MessageFlags.Deleted)));
    }

    [Fact]
    public async Task An_access_token_signs_in_too()
    {
        DovecotProcess.Require();
        const string User = "token@example.gov";
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, DovecotProcess.Password);
        var token = new TokenSettings { File = file };
        var mailbox = new ImapMailbox(
            dovecot.Settings(User) with { Password = null, Token = token }, new AccessTokens(token, () => new HttpClient(), TimeProvider.System));
        await using (var open = await mailbox.OpenAsync(default))
            Assert.Empty(await open.ListAsync(null, new DateOnly(2026, 1, 1), default));
        await File.WriteAllTextAsync(file, "another token");
        Assert.Equal(MailFailureKind.SignInRefused, (await Assert.ThrowsAsync<MailException>(() => mailbox.OpenAsync(default))).Failure.Kind);
        File.Delete(file);
    }

    [Fact]
    public async Task A_mailbox_that_cannot_be_opened_says_which_setting_to_correct()
    {
        DovecotProcess.Require();
        var refused = await Assert.ThrowsAsync<MailException>(() => new ImapMailbox(dovecot.Settings("x@example.gov", "wrong")).OpenAsync(default));
        Assert.Equal(MailFailureKind.SignInRefused, refused.Failure.Kind);
        var distrusted = await Assert.ThrowsAsync<MailException>(() =>
            new ImapMailbox(dovecot.Settings("x@example.gov") with { TrustedCertificates = null }).OpenAsync(default));
        Assert.Contains("Portal:Mailbox:TrustedCertificates", distrusted.Failure.Sentence("en"), StringComparison.Ordinal);
        var closed = await Assert.ThrowsAsync<MailException>(() => new ImapMailbox(new("localhost", 1, MailSecurity.Tls) { Section = "Portal:Mailbox" }).OpenAsync(default));
        Assert.Contains("Portal:Mailbox:Port", closed.Failure.Sentence("en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_arriving_email_ends_the_wait_at_once()
    {
        DovecotProcess.Require();
        const string User = "idle@example.gov";
        await dovecot.DeliverAsync(User, Email("Before"));
        await using var open = await new ImapMailbox(dovecot.Settings(User)).OpenAsync(default);
        var began = Stopwatch.GetTimestamp();
        var waiting = open.WaitAsync(TimeSpan.FromSeconds(60), default);
        await dovecot.DeliverAsync(User, Email("After"));
        Assert.True(await waiting);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Only_the_headers_of_an_oversized_email_are_read()
    {
        DovecotProcess.Require();
        const string User = "large@example.gov";
        await dovecot.DeliverAsync(User, Email("Large", new string('x', 5000)));
        await using var open = await new ImapMailbox(dovecot.Settings(User)).OpenAsync(default);
        var number = Assert.Single(await open.ListAsync(null, new DateOnly(2026, 1, 1), default));
        var item = await open.ReadAsync(number, 1000, default);
        Assert.False(item!.IsWhole);
        Assert.Equal(("Large", ""), (EmailReader.Read(item.Bytes).Subject, EmailReader.Read(item.Bytes).Text));
        Assert.Null(await open.ReadAsync(number + 1, 1000, default));
    }

    private Task<DomainHost> OfficeAsync(string user) => DomainHost.StartAsync(
        DatabaseProvider.Sqlite, services => services.AddSingleton<IOfficeMailbox>(new ImapMailbox(dovecot.Settings(user))));

    private static MimeMessage Email(string subject, string text = "Hello.") => TestMailbox.Email("someone@elsewhere.example", subject, text);
}
