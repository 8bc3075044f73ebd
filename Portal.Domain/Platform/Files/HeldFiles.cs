using System.Security.Cryptography;
using System.Text.Json;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Files;

/// <summary>
/// Keeps a chosen file while its form is shown again; browsers forget it otherwise. It's stored under a key of its own
/// that only the form's sealed ticket has, so what is never used can't be read and is swept like any file without a row.
/// </summary>
public sealed class HeldFiles(IDocumentStore store, SystemCipher cipher, TimeProvider clock)
{
    private const string Place = "form/held-file";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>A file that was held.</summary>
    public sealed record File(string FileName, long Length, Stream Content);

    private sealed record Ticket(Guid Owner, byte[] Key, string StoredName, string FileName, long Length, DateTime At);

    /// <summary>Holds a file and returns its ticket.</summary>
    /// <exception cref="DocumentTooLargeException">It's larger than any file we accept.</exception>
    public async Task<string> HoldAsync(string fileName, Stream content, long maxBytes, CancellationToken cancellation)
    {
        var (owner, key) = (Guid.CreateVersion7(clock.GetUtcNow()), RandomNumberGenerator.GetBytes(MasterKeys.KeySize));
        var blob = await store.PutAsync(new CaseCipher(owner, key), content, maxBytes, cancellation);
        var ticket = new Ticket(owner, key, blob.Name, fileName, blob.Length, clock.GetUtcNow().UtcDateTime);
        return cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(ticket), Place);
    }

    /// <summary>Opens a held file; null if the ticket isn't ours or too old, or the file is gone.</summary>
    public async Task<File?> OpenAsync(string ticket, CancellationToken cancellation)
    {
        try
        {
            var held = JsonSerializer.Deserialize<Ticket>(cipher.UnsealBytes(ticket, Place))!;
            return clock.GetUtcNow().UtcDateTime - held.At > Longest
                ? null
                : new(held.FileName, held.Length, await store.OpenReadAsync(new CaseCipher(held.Owner, held.Key), held.StoredName, cancellation));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException or FileNotFoundException)
        {
            return null;
        }
    }
}
