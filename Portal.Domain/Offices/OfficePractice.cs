using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Offices;

/// <summary>The office's own rules, for cases that have none of their own.</summary>
public sealed class OfficePractice(PortalDb db)
{
    private const int UsualIntervalDays = 30;
    private Office? _office;

    /// <summary>The office; null before it is set up.</summary>
    public async Task<Office?> OfficeAsync(CancellationToken cancellation) =>
        _office ??= await db.Set<Office>().AsNoTracking().Include(o => o.Locations).SingleOrDefaultAsync(cancellation);

    /// <summary>Days between two regular updates of this case.</summary>
    public async Task<int> IntervalOfAsync(Case file, CancellationToken cancellation) =>
        file.UpdateIntervalDays ?? (await OfficeAsync(cancellation))?.UpdateIntervalDays ?? UsualIntervalDays;
}
