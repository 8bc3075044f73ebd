using System.Security.Cryptography;
using System.Text.Json;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Corrections;

/// <summary>What a person wants changed, while they look for the codes. The browser keeps it, sealed.</summary>
internal sealed record PendingChange(Guid CaseId, int Version, ContactData Contact, Guid? OldCode, Guid? NewCode)
{
    private const string Place = "contact/pending";

    public string Seal(SystemCipher cipher) => cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(this, EventJson.Options), Place);

    /// <summary>Null if it isn't ours.</summary>
    public static PendingChange? From(string? sealedText, SystemCipher cipher)
    {
        try
        {
            return string.IsNullOrEmpty(sealedText) ? null
                : JsonSerializer.Deserialize<PendingChange>(cipher.UnsealBytes(sealedText, Place), EventJson.Options);
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
