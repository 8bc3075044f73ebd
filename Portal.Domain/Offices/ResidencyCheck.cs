using Microsoft.EntityFrameworkCore;
using Portal.Domain.Districts;
using static Portal.Domain.Offices.ResidencyResult;

namespace Portal.Domain.Offices;

/// <summary>Checks whether the office may serve someone at an address. Asks the geocoder only if the state and ZIP code aren't enough.</summary>
public sealed class ResidencyCheck(PortalDb db, IGeocoder geocoder)
{
    /// <summary>Checks an address; null before the office is set up.</summary>
    public async Task<ResidencyResult?> RunAsync(HomeAddress address, CancellationToken cancel)
    {
        if (await db.Set<Office>().AsNoTracking().SingleOrDefaultAsync(cancel) is not { } office)
            return null;
        var rows = await db.Set<ZipDistrict>().AsNoTracking().Where(z => z.Zip == address.Zip.Five).ToListAsync(cancel);
        var result = Residency.Check(office, address.State, rows);
        if (result is not (Ambiguous or UnknownZip or OutOfDistrict { District: null }))
            return result;
        return await geocoder.LocateAsync(address, cancel) is { } located
            ? Residency.Check(office, address.State, rows, located)
            : result;
    }
}
