namespace Portal.Domain.Districts;

/// <summary>Finds the House district of a full address, using an external service.</summary>
public interface IGeocoder
{
    /// <summary>The district; null when it's uncertain or the service didn't answer in time. Never throws on an outage.</summary>
    Task<HouseDistrict?> LocateAsync(HomeAddress address, CancellationToken cancel);
}
