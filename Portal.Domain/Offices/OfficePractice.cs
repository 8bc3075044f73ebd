using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Offices;

/// <summary>The office's own rules, for cases that have none of their own.</summary>
public sealed class OfficePractice(PortalDb db)
{
    private const int UsualIntervalDays = 30;
    private Office? _office;

    /// <summary>The office; null before it is set up.</summary>
    public async Task<Office?> OfficeAsync(CancellationToken cancellation) =>
        _office ??= await db.Set<Office>().AsNoTracking().Include(o => o.Locations).SingleOrDefaultAsync(cancellation);

    /// <summary>The same for what cannot wait, such as the layout of a page.</summary>
    public Office? Read() => _office ??= db.Set<Office>().AsNoTracking().Include(o => o.Locations).SingleOrDefault();

    /// <summary>Days between two regular updates of a case: its own number, else the office's.</summary>
    public async Task<int> IntervalAsync(int? ownDays, CancellationToken cancellation) =>
        ownDays ?? (await OfficeAsync(cancellation))?.UpdateIntervalDays ?? UsualIntervalDays;
}
