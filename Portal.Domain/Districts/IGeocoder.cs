namespace Portal.Domain.Districts;

/// <summary>Finds the House district of a full address. An edge: the answer comes from somebody else's machine.</summary>
public interface IGeocoder
{
    /// <summary>The district, or null when it is not certain or the service gave no answer in time. Never throws for an outage.</summary>
    Task<HouseDistrict?> LocateAsync(HomeAddress address, CancellationToken cancel);
}
