using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Offices;

/// <summary>The office's settings, used for cases without their own.</summary>
public sealed class OfficePractice(PortalDb db)
{
    private const int UsualIntervalDays = 30;
    private Office? _office;

    /// <summary>The office; null before it is set up.</summary>
    public async Task<Office?> OfficeAsync(CancellationToken cancellation) =>
        _office ??= await db.Set<Office>().AsNoTracking().Include(o => o.Locations).SingleOrDefaultAsync(cancellation);

    /// <summary>The same, for synchronous callers such as a page layout.</summary>
    public Office? Read() => _office ??= db.Set<Office>().AsNoTracking().Include(o => o.Locations).SingleOrDefault();

    /// <summary>Days between regular updates of a case: its own setting, else the office's.</summary>
    public async Task<int> IntervalAsync(int? ownDays, CancellationToken cancellation) =>
        ownDays ?? (await OfficeAsync(cancellation))?.UpdateIntervalDays ?? UsualIntervalDays;
}
