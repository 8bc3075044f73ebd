namespace Portal.Domain.Districts;

/// <summary>The default: no address leaves the installation, and districts a ZIP code can't settle stay undecided.</summary>
public sealed class NoGeocoder : IGeocoder
{
    /// <inheritdoc />
    public Task<HouseDistrict?> LocateAsync(HomeAddress address, CancellationToken cancel) =>
        Task.FromResult<HouseDistrict?>(null);
}
