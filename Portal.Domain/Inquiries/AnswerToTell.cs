using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.Domain.Inquiries;

internal static class AnswerToTell
{
    /// <summary>Where a case stands that comes back to the office: an agency's final answer that staff have not written about since is still the next thing.</summary>
    public static async Task<CaseStatus> StatusInOfficeAsync(this PortalDb db, Case file, CancellationToken cancellation)
    {
        var answered = await db.Set<AgencyInquiry>().Where(i => i.CaseId == file.Id).SelectMany(i => i.Responses)
            .Where(r => r.Kind == ResponseKind.Final).MaxAsync(r => (DateTime?)r.RecordedAt, cancellation);
        if (answered is null)
            return CaseStatus.InReview;
        var told = await db.Set<Message>().AnyAsync(m => m.CaseId == file.Id && m.From == ActorKind.Staff && m.SentAt > answered, cancellation);
        return told ? CaseStatus.InReview : CaseStatus.AgencyReplied;
    }
}
