using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Domain.Districts;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Districts;

public sealed class CensusGeocoderTests
{
    private static readonly HomeAddress Address =
        new(States.Get("NY"), ZipCode.Parse("10001-1234"), "350 5th Ave & Rear", "New York");

    private readonly List<Uri> asked = [];

    [Fact]
    public async Task The_district_of_the_current_congress_is_read()
    {
        Assert.Equal(new HouseDistrict("NY", 12), await Locate(_ => Ok(Match("119th", "3612"))));
        var query = Assert.Single(asked).AbsoluteUri;
        Assert.StartsWith("https://geocoding.geo.census.gov/geocoder/geographies/address?street=350%205th%20Ave%20%26%20Rear&", query);
        Assert.Contains("&zip=10001&benchmark=Public_AR_Current&vintage=Current_Current&layers=all&", query);
    }

    [Fact]
    public async Task The_map_of_the_next_congress_is_skipped_and_the_older_vintage_is_queried()
    {
        var district = await Locate(uri => Ok(uri.Query.Contains("ACS2025") ? Match("119th", "3612") : Match("120th", "3610")));

        Assert.Equal(new HouseDistrict("NY", 12), district);
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public async Task Matches_in_different_districts_give_no_answer() =>
        Assert.Null(await Locate(_ => Ok($"{Match("119th", "3612")},{Match("119th", "3610")}")));

    [Fact]
    public async Task Several_matches_in_one_district_give_that_district() =>
        Assert.NotNull(await Locate(_ => Ok($"{Match("119th", "3612")},{Match("119th", "3612")}")));

    [Theory]
    [InlineData("""{"result":{"addressMatches":[]}}""")]
    [InlineData("""{"result":{"addressMatches":[{}]}}""")]
    [InlineData("""{"result":{"addressMatches":[{"geographies":{"119th Congressional Districts":[{"GEOID":"36ZZ"}]}}]}}""")]
    [InlineData("""{"result":{"addressMatches":[{"geographies":{"119th Congressional Districts":[{"GEOID":"3612","CDSESSN":"120"}]}}]}}""")]
    [InlineData("""{"result":{}}""")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("""{"result":[]}""")]
    [InlineData("""{"result":{"addressMatches":[7]}}""")]
    [InlineData("""{"result":{"addressMatches":[{"geographies":{"119th Congressional Districts":[7]}}]}}""")]
    [InlineData("<html>down for maintenance</html>")]
    [InlineData("")]
    public async Task Unexpected_replies_give_no_answer(string body) =>
        Assert.Null(await Locate(_ => new(HttpStatusCode.OK) { Content = new StringContent(body) }));

    [Fact]
    public async Task A_service_error_gives_no_answer() =>
        Assert.Null(await Locate(_ => new(HttpStatusCode.InternalServerError)));

    [Fact]
    public async Task A_broken_connection_gives_no_answer() =>
        Assert.Null(await Locate(_ => throw new HttpRequestException("no route")));

    [Fact]
    public async Task A_slow_service_times_out() =>
        Assert.Null(await Geocoder(Hang, new() { Limit = TimeSpan.FromMilliseconds(50) }).LocateAsync(Address, default));

    [Fact]
    public async Task Cancellation_stops_the_query()
    {
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Geocoder(Hang, new()).LocateAsync(Address, gone.Token));
    }

    [Fact]
    public async Task No_query_is_sent_without_a_street()
    {
        Assert.Null(await Geocoder((_, _) => throw new InvalidOperationException(), new()).LocateAsync(Address with { Street = " " }, default));
        Assert.Null(await new NoGeocoder().LocateAsync(Address, default));
    }

    private static string Match(string congress, string geoId) =>
        $$$"""{"matchedAddress":"X","geographies":{"States":[{"GEOID":"36"}],"{{{congress}}} Congressional Districts":[{"GEOID":"{{{geoId}}}","CDSESSN":"{{{congress[..3]}}}"}]}}""";

    private static HttpResponseMessage Ok(string matches) =>
        new(HttpStatusCode.OK) { Content = new StringContent($$$"""{"result":{"addressMatches":[{{{matches}}}]}}""") };

    private static async Task<HttpResponseMessage> Hang(HttpRequestMessage request, CancellationToken cancel)
    {
        await Task.Delay(Timeout.Infinite, cancel);
        throw new InvalidOperationException("unreachable");
    }

    private Task<HouseDistrict?> Locate(Func<Uri, HttpResponseMessage> answer) => Geocoder(
        (request, _) =>
        {
            asked.Add(request.RequestUri!);
            return Task.FromResult(answer(request.RequestUri!));
        },
        new()).LocateAsync(Address, default);

    private static CensusGeocoder Geocoder(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> service, CensusGeocoderSettings settings) =>
        new(new HttpClient(new Stub(service)), settings, new TestClock(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)), NullLogger<CensusGeocoder>.Instance);

    private sealed class Stub(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> service) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            service(request, cancellationToken);
    }
}
