using System.Text;
using MailKit.Net.Smtp;
using MimeKit;

namespace Portal.Domain.Platform.Mail;

/// <summary>One connection to a mail server. An email the server refuses leaves it open.</summary>
internal sealed class SmtpConnection(SmtpClient client, MailServerSettings settings) : IMailConnection
{
    // Attachments take their time on a slow line.
    private const long SlowestBytesPerSecond = 50_000;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public bool IsOpen => client.IsConnected;

    /// <inheritdoc />
    public async Task SendAsync(MailEnvelope mail, CancellationToken cancellation)
    {
        if (!Mailbox.TryRead(mail.From, out var from) || (NeedsUtf8(from) && !HasUtf8))
            throw new MailException(new(MailFailureKind.BadSetting, "Portal:Mail:From"));
        if (!Mailbox.TryRead(mail.To, out var to) || (NeedsUtf8(to) && !HasUtf8))
            throw new MailException(new(MailFailureKind.AddressNotSupported, IsFinal: true));
        from.Name = mail.FromName;
        var format = FormatOptions.Default.Clone();
        format.International = NeedsUtf8(from) || NeedsUtf8(to);
        using var message = Compose(mail, from, to);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(settings.Patience + TimeSpan.FromSeconds(mail.Files.Sum(f => f.Bytes.LongLength) / SlowestBytesPerSecond));
        try
        {
            await client.SendAsync(format, message, from, [to], timeout.Token);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            throw new MailException(ServerFailures.WhileSending(fault, settings), fault);
        }
    }

    /// <summary>Disconnects politely, but doesn't wait long.</summary>
    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(Farewell);
        await client.DisconnectAsync(quit: true, timeout.Token);
        client.Dispose();
    }

    private bool HasUtf8 => client.Capabilities.HasFlag(SmtpCapabilities.UTF8);

    // A domain has an ASCII form that every server understands; the part before the @ doesn't.
    private static bool NeedsUtf8(MailboxAddress address) => !Ascii.IsValid(address.LocalPart);

    private static MimeMessage Compose(MailEnvelope mail, MailboxAddress from, MailboxAddress to)
    {
        var text = new MultipartAlternative { new TextPart("plain") { Text = mail.Text }, new TextPart("html") { Text = mail.Html } };
        var message = new MimeMessage { MessageId = mail.MessageId.Trim('<', '>'), Subject = mail.Subject, Body = mail.Files.Count == 0 ? text : WithFiles(text, mail.Files) };
        message.From.Add(from);
        message.To.Add(to);
        if (mail.ReplyTo is { } reply && Mailbox.TryRead(reply, out var mailbox))
            message.ReplyTo.Add(mailbox);
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        if (mail.IsAutomatic)
            message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static Multipart WithFiles(MimeEntity text, IReadOnlyList<MailAttachment> files)
    {
        var mixed = new Multipart("mixed") { text };
        foreach (var file in files)
            mixed.Add(new MimePart(ContentType.Parse(file.ContentType))
            {
                Content = new MimeContent(new MemoryStream(file.Bytes, writable: false)),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = file.Name },
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = file.Name,
            });
        return mixed;
    }
}
