using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Cases;

/// <summary>Finds the case for reference and e-mail; both have to fit.</summary>
public sealed class FindCaseForStatus(PortalDb db, BlindIndex index)
{
    /// <summary>The case; null when there is none, which the caller must not show.</summary>
    public async Task<Guid?> FindAsync(string? reference, EmailAddress email, CancellationToken cancellation)
    {
        var parsed = CaseReference.TryParse(reference, out var known) ? known.ToString() : "";
        var hash = index.Of("email", email.Normalized);
        return await db.Set<Case>().Where(c => c.Reference == parsed && c.ContactEmailIndex == hash).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellation);
    }
}
