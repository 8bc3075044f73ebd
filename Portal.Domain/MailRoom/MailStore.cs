using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Mail.Incoming;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.MailRoom;

/// <summary>Keeps email as it arrived, each under a key of its own. The caller saves.</summary>
public sealed class MailStore(PortalDb db, Vault vault, IDocumentStore store, TimeProvider clock)
{
    /// <summary>Adds an email; false when it's there already.</summary>
    public async Task<bool> AddAsync(MailboxItem item, CancellationToken cancellation)
    {
        var email = EmailReader.Read(item.Bytes);
        var digest = db.IndexOf("received mail", email.Digest);
        if (await db.Set<ReceivedMail>().AnyAsync(m => m.DigestIndex == digest, cancellation))
            return false;
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var blob = await store.PutAsync(vault.Create(id), new MemoryStream(item.Bytes, writable: false), ReceivedMail.MostBytes, cancellation);
        db.Add(new ReceivedMail
        {
            Id = id,
            DigestIndex = digest,
            ArrivedAt = item.ArrivedAt,
            StoredAt = now.UtcDateTime,
            From = email.From,
            FromName = email.FromName,
            Subject = email.Subject,
            Text = email.Text,
            FileNames = string.Join('\n', email.Files.Select(f => f.Name.ReplaceLineEndings(" "))),
            StoredName = blob.Name,
            IsWhole = item.IsWhole,
            IsAutomatic = email.IsAutomatic,
        });
        return true;
    }
}
