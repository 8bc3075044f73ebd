using System.Text.Json;
using Portal.Domain.Platform.Files;

namespace Portal.Domain.Platform.Mail;

/// <summary>The mail server for development: a folder. A page of the site reads it.</summary>
public sealed class FolderMailServer(string folder) : IMailServer, IMailConnection
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <inheritdoc />
    public MailSetup Setup => new(folder, null, MailSignIn.None, null);

    /// <inheritdoc />
    public bool IsOpen => true;

    /// <inheritdoc />
    public Task<IMailConnection> ConnectAsync(CancellationToken cancellation) => Task.FromResult<IMailConnection>(this);

    /// <inheritdoc />
    public async Task SendAsync(MailEnvelope mail, CancellationToken cancellation)
    {
        DurableDirectory.Create(folder);
        // Readers never see half an email, and a killed process leaves none behind under its name.
        var (half, whole) = (Path.Combine(folder, mail.Id + ".part"), Path.Combine(folder, mail.Id + ".json"));
        await File.WriteAllTextAsync(half, JsonSerializer.Serialize(mail, Indented), cancellation);
        File.Move(half, whole, overwrite: true);
    }

    /// <summary>The newest emails first.</summary>
    public IReadOnlyList<MailEnvelope> Read(int most) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*.json").OrderByDescending(f => f, StringComparer.Ordinal).Take(most)
            .Select(f => JsonSerializer.Deserialize<MailEnvelope>(File.ReadAllText(f))!)];

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
