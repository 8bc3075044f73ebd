using System.Text.Json.Serialization;

namespace Portal.Domain.Platform.Mail;

/// <summary>A mail ready to leave.</summary>
public sealed record MailEnvelope(string MessageId, string From, string FromName, string To, string Language, string Subject, string Text, string Html)
{
    /// <summary>The part of the Message-ID that is the row's id; bounces and second copies are recognized by it.</summary>
    [JsonIgnore]
    public string Id => MessageId.Trim('<', '>').Split('@')[0];

    /// <summary>Writes a letter in its reader's language, under the id of its row.</summary>
    public static MailEnvelope For(Guid id, string to, IMail letter, MailDesk desk)
    {
        var text = letter.Write(desk);
        var from = desk.Letterhead;
        return new(
            $"<{id:N}@{from.Site.IdnHost}>", from.From, desk.OfficeName, to, desk.Language, text.Subject, MailLayout.PlainText(text, desk), MailLayout.Html(text, desk));
    }
}
