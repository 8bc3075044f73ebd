using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Documents;

/// <summary>The files of a case or a draft.</summary>
public sealed class CaseDocuments(PortalDb db)
{
    /// <summary>All of them, oldest first; not to be changed.</summary>
    public async Task<IReadOnlyList<Document>> ListAsync(Guid caseId, CancellationToken cancellation) =>
        await db.Set<Document>().AsNoTracking().Where(d => d.CaseId == caseId).OrderBy(d => d.Id).ToListAsync(cancellation);
}
