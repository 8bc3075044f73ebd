using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.Demo;

/// <summary>Where a visitor to the demonstration can start.</summary>
public sealed class DemoTour(PortalDb db, BlindIndex index)
{
    /// <summary>The reference of <see cref="DemoCases.TryEmail"/>'s case; null when this isn't the demonstration.</summary>
    public Task<string?> ReferenceAsync(CancellationToken cancellation) =>
        db.Set<Case>().Where(c => c.ContactEmailIndex == index.Of("email", DemoCases.TryEmail.ToUpperInvariant()))
            .OrderBy(c => c.Id).Select(c => c.Reference).FirstOrDefaultAsync(cancellation);

    /// <summary>The id of an active staff member; null when there is none with this address.</summary>
    public Task<Guid?> StaffAsync(string email, CancellationToken cancellation) =>
        db.Set<StaffMember>().Where(s => s.Email == email && s.DisabledAt == null).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellation);
}
