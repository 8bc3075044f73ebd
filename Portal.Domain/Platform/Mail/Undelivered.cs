using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Mail;

/// <summary>Emails that were given up, with nothing delivered to the same address about the same case since.</summary>
internal static class Undelivered
{
    /// <summary>All of them.</summary>
    public static IQueryable<OutgoingMail> All(PortalDb db) => db.Set<OutgoingMail>().AsNoTracking()
        .Where(m => m.CaseId != null && m.FailedAt != null && !db.Set<OutgoingMail>()
            .Any(later => later.CaseId == m.CaseId && later.RecipientIndex == m.RecipientIndex && later.SentAt > m.FailedAt));

    /// <summary>Those about many cases.</summary>
    public static IQueryable<OutgoingMail> Of(PortalDb db, List<Guid> cases) => All(db).Where(m => EF.Parameter(cases).Contains(m.CaseId!.Value));

    /// <summary>Those about a case, newest first.</summary>
    public static readonly KeptQuery<Guid, OutgoingMail> OfCase = new((db, id) => db.Set<OutgoingMail>().AsNoTracking()
        .Where(m => m.CaseId == id && m.FailedAt != null && !db.Set<OutgoingMail>()
            .Any(later => later.CaseId == m.CaseId && later.RecipientIndex == m.RecipientIndex && later.SentAt > m.FailedAt))
        .OrderByDescending(m => m.FailedAt));
}
