using System.Text.Json;

namespace Portal.Domain.Platform.Mail;

/// <summary>Development's mail server: a folder. The site has a page that reads it.</summary>
public sealed class FolderMailTransport(string folder) : IMailTransport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <inheritdoc />
    public async Task SendAsync(MailEnvelope mail, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var name = mail.MessageId.Trim('<', '>').Split('@')[0];
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".json"), JsonSerializer.Serialize(mail, Indented), cancellation);
    }

    /// <summary>The newest mails first.</summary>
    public IReadOnlyList<MailEnvelope> Read(int most) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*.json").OrderByDescending(f => f, StringComparer.Ordinal).Take(most)
            .Select(f => JsonSerializer.Deserialize<MailEnvelope>(File.ReadAllText(f))!)];
}
