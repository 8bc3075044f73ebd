using MimeKit;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Mail.Incoming;

namespace Portal.Tests.Support;

/// <summary>A mailbox in memory; a test puts email in, can renumber it, and can break the connection at any email.</summary>
public sealed class TestMailbox : IOfficeMailbox, IOpenMailbox
{
    private readonly List<(uint Number, byte[] Bytes)> _mails = [];

    /// <summary>When every email arrived.</summary>
    public DateTime ArrivedAt { get; set; } = new(2026, 11, 16, 15, 0, 0, DateTimeKind.Utc);

    /// <summary>Emails that were marked as read.</summary>
    public HashSet<uint> Read { get; } = [];

    /// <summary>The number of the email at which the connection is lost, once.</summary>
    public uint? BreaksAt { get; set; }

    public bool IsSetUp { get; set; } = true;

    public MailSetup Setup => new("mail.example.gov:993", MailSecurity.Tls, MailSignIn.Password, "casework@nunez.example.gov");

    public uint Numbering { get; set; } = 1;

    /// <summary>How many emails are in it.</summary>
    public int Count => _mails.Count;

    public void Put(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        Put(bytes.ToArray());
    }

    public void Put(byte[] mail) => _mails.Add(((uint)_mails.Count + 1, mail));

    /// <summary>A plain email to the office.</summary>
    public static MimeMessage Email(string from, string subject, string text, string? answers = null)
    {
        var mail = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text }, MessageId = $"{Guid.CreateVersion7():N}@elsewhere.example" };
        mail.From.Add(MailboxAddress.Parse(from));
        mail.To.Add(MailboxAddress.Parse("casework@nunez.example.gov"));
        mail.Date = new DateTimeOffset(2026, 11, 16, 10, 0, 0, TimeSpan.FromHours(-5));
        if (answers is not null)
            mail.InReplyTo = answers;
        return mail;
    }

    public Task<IOpenMailbox> OpenAsync(CancellationToken cancellation) => Task.FromResult<IOpenMailbox>(this);

    public Task<IReadOnlyList<uint>> ListAsync(uint? after, DateOnly since, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<uint>>(after is null && DateOnly.FromDateTime(ArrivedAt) < since ? [] : [.. _mails.Select(m => m.Number).Where(n => !(n <= after))]);

    public Task<MailboxItem?> ReadAsync(uint number, long maxBytes, CancellationToken cancellation)
    {
        if (BreaksAt == number)
        {
            BreaksAt = null;
            throw new IOException("The connection was lost.");
        }

        return Task.FromResult(_mails.Where(m => m.Number == number).Select(m => new MailboxItem(m.Bytes, ArrivedAt, true)).FirstOrDefault());
    }

    public Task MarkStoredAsync(IReadOnlyList<uint> numbers, CancellationToken cancellation)
    {
        Read.UnionWith(numbers);
        return Task.CompletedTask;
    }

    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation) => Task.FromResult(false);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
