using System.Text.Json.Serialization;

namespace Portal.Domain.Platform.Mail;

/// <summary>An email ready to send.</summary>
public sealed record MailEnvelope(string MessageId)
{
    /// <summary>The sender's address.</summary>
    public required string From { get; init; }

    /// <summary>The sender's name.</summary>
    public required string FromName { get; init; }

    /// <summary>The recipient's address.</summary>
    public required string To { get; init; }

    /// <summary>The language it's written in, en or es.</summary>
    public required string Language { get; init; }

    /// <summary>The subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain-text part.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML part.</summary>
    public required string Html { get; init; }

    /// <summary>The address that answers go to; null when no one reads them.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Whether no person wrote it, so that vacation programs don't answer it.</summary>
    public bool IsAutomatic { get; init; } = true;

    /// <summary>Files that go along.</summary>
    public IReadOnlyList<MailAttachment> Files { get; init; } = [];

    /// <summary>The row's id within the Message-ID. It identifies bounces and duplicates.</summary>
    [JsonIgnore]
    public string Id => MessageId.Trim('<', '>').Split('@')[0];

    /// <summary>Writes an email in its reader's language, with the id of its row.</summary>
    public static MailEnvelope For(Guid id, string to, IMail letter, MailDesk desk)
    {
        var text = letter.Write(desk);
        var from = desk.Letterhead;
        return new($"<{id:N}@{from.Site.IdnHost}>")
        {
            From = from.From,
            FromName = desk.OfficeName,
            To = to,
            Language = desk.Language,
            Subject = text.Subject,
            Text = MailLayout.PlainText(text, desk),
            Html = MailLayout.Html(text, desk),
            IsAutomatic = !text.IsWritten,
            ReplyTo = text.IsWritten ? from.Mailbox ?? from.ReplyTo : text.WaysBack == WaysBack.Unsaid ? null : from.Mailbox,
        };
    }
}

/// <summary>A file within an email.</summary>
/// <param name="Name">The name the reader sees.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Bytes">The content.</param>
public sealed record MailAttachment(string Name, string ContentType, byte[] Bytes);
