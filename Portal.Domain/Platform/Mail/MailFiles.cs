using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Mail;

/// <summary>Reads the files that go along with an email, with the key of its case.</summary>
public sealed class MailFiles(Vault vault, IDocumentStore store)
{
    /// <summary>The files, in order.</summary>
    /// <exception cref="InvalidOperationException">The email belongs to no case.</exception>
    public async Task<IReadOnlyList<MailAttachment>> ReadAsync(OutgoingMail mail, IMailWithFiles letter, CancellationToken cancellation)
    {
        var cipher = await vault.OpenAsync(mail.CaseId ?? throw new InvalidOperationException("Files are protected by a case's key."), cancellation);
        var files = new List<MailAttachment>();
        foreach (var file in letter.Files)
            files.Add(new(file.Name, file.ContentType, await store.ReadBytesAsync(cipher, file.StoredName, cancellation)));
        return files;
    }
}
