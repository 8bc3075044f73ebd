using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Platform.Activity;

/// <summary>The hash that binds an entry to everything before it.</summary>
public static class ActivityChain
{
    /// <summary>The hash before the first entry.</summary>
    public static readonly string Origin = new('0', 64);

    /// <summary>
    /// SHA-256 of the previous hash, the sequence, and every column, each prefixed with its length so that no two entries
    /// serialize alike.
    /// </summary>
    public static string Link(string previousHash, long sequence, ActivityEntry entry)
    {
        var text = new StringBuilder();
        foreach (var part in (string[])
        [
            previousHash, sequence.ToString(CultureInfo.InvariantCulture), entry.Id.ToString("N"), entry.CaseId?.ToString("N") ?? "",
            (entry.OccurredAt.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture), entry.ActorKind.ToString(),
            entry.ActorId?.ToString("N") ?? "", entry.Operation, entry.EventName,
            entry.EventVersion.ToString(CultureInfo.InvariantCulture), entry.Payload,
        ])
            text.Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
