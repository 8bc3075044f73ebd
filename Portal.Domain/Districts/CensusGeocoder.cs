using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Portal.Domain.Districts;

/// <summary>
/// The Census Bureau's public geocoder. It is sent only the street address, over TLS, and only if the office has turned it
/// on. The address is in the query string, so the client must not log request URLs.
/// </summary>
public sealed class CensusGeocoder(
    HttpClient client, CensusGeocoderSettings settings, TimeProvider clock, ILogger<CensusGeocoder> log) : IGeocoder
{
    /// <inheritdoc />
    public async Task<HouseDistrict?> LocateAsync(HomeAddress address, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(address.Street))
            return null;
        using var limit = new CancellationTokenSource(settings.Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            foreach (var vintage in settings.Vintages)
            {
                if (await AskAsync(address, vintage, either.Token) is { } district)
                    return district;
            }
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning("The geocoder didn't respond within {Seconds} seconds.", settings.Limit.TotalSeconds);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException)
        {
            log.LogWarning("The geocoder failed: {Kind}.", error.GetType().Name);
        }
        return null;
    }

    private async Task<HouseDistrict?> AskAsync(HomeAddress address, string vintage, CancellationToken cancel)
    {
        (string Name, string? Value)[] query =
        [
            ("street", address.Street), ("city", address.City), ("state", address.State.Code), ("zip", address.Zip.Five),
            ("benchmark", settings.Benchmark), ("vintage", vintage), ("layers", "all"), ("format", "json"),
        ];
        var text = string.Join('&', query.Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value ?? "")}"));
        using var response = await client.GetAsync(new Uri(settings.Service, $"geographies/address?{text}"), cancel);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancel);
        var sitting = Congress.On(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return CensusAnswer.Read(answer.RootElement, sitting);
    }
}
