using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Mail.Incoming;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.MailRoom;

/// <summary>Reads a stored email and says where it belongs.</summary>
public sealed class MailJudge(PortalDb db, Vault vault, IDocumentStore store, MailMatching matching, TimeProvider clock)
{
    /// <summary>What should happen with the email. One that isn't whole is for a person.</summary>
    public async Task<MailVerdict> JudgeAsync(ReceivedMail mail, CancellationToken cancellation)
    {
        var email = EmailReader.Read(await store.ReadBytesAsync(await vault.OpenAsync(mail.Id, cancellation), mail.StoredName, cancellation));
        if (email.From.Length == 0 && email.Text.Length == 0)
            return new MailVerdict.Ask(WaitReason.Unreadable, []);
        var verdict = await matching.FindAsync(email, cancellation);
        return mail.IsWhole ? verdict : new MailVerdict.Ask(WaitReason.Unreadable, MailVerdict.Possible(verdict));
    }

    /// <summary>Leaves the email for a person, with the cases it may belong to. The caller saves.</summary>
    public void Ask(ReceivedMail mail, WaitReason why, IReadOnlyList<Proposed> proposals)
    {
        mail.Wait(why);
        foreach (var (rank, proposed) in proposals.DistinctBy(p => (p.CaseId, p.InquiryId)).Index())
            db.Add(new MailProposal
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                MailId = mail.Id,
                CaseId = proposed.CaseId,
                InquiryId = proposed.InquiryId,
                As = proposed.As,
                Why = proposed.Why,
                Rank = rank,
            });
    }
}
