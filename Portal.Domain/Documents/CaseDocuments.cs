using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Documents;

/// <summary>Reads the documents of a case or a draft.</summary>
public sealed class CaseDocuments(PortalDb db)
{
    /// <summary>All documents, oldest first; read-only.</summary>
    public async Task<IReadOnlyList<Document>> ListAsync(Guid caseId, CancellationToken cancellation) =>
        await db.Set<Document>().AsNoTracking().Where(d => d.CaseId == caseId).OrderBy(d => d.Id).ToListAsync(cancellation);
}
