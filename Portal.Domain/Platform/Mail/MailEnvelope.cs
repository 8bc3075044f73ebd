using System.Text.Json.Serialization;

namespace Portal.Domain.Platform.Mail;

/// <summary>An email ready to send.</summary>
public sealed record MailEnvelope(string MessageId, string From, string FromName, string To, string Language, string Subject, string Text, string Html)
{
    /// <summary>The row's id within the Message-ID. It identifies bounces and duplicates.</summary>
    [JsonIgnore]
    public string Id => MessageId.Trim('<', '>').Split('@')[0];

    /// <summary>Writes an email in its reader's language, with the id of its row.</summary>
    public static MailEnvelope For(Guid id, string to, IMail letter, MailDesk desk)
    {
        var text = letter.Write(desk);
        var from = desk.Letterhead;
        return new(
            $"<{id:N}@{from.Site.IdnHost}>", from.From, desk.OfficeName, to, desk.Language,
            text.Subject, MailLayout.PlainText(text, desk), MailLayout.Html(text, desk));
    }
}
