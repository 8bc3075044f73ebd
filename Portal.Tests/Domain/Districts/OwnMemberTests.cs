using Portal.Domain.Districts;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Districts;

public sealed class OwnMemberTests : IDisposable
{
    private readonly EmptyDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_representative_and_senators_are_found_and_ended_terms_are_marked()
    {
        var found = await Find("NY", 12);

        Assert.Equal(("Representative", "A000001"), (found.Representative!.Title, found.Representative.Member.Bioguide));
        Assert.Equal(["C000003", "B000002"], found.Senators.Select(s => s.Member.Bioguide));
        Assert.Equal([false, true], found.Senators.Select(s => s.TermEnded));
        Assert.All(found.Senators, s => Assert.Equal("Senator", s.Title));
    }

    [Fact]
    public async Task Without_a_district_only_the_senators_are_found()
    {
        var found = await Find("NY", null);

        Assert.Null(found.Representative);
        Assert.Equal(2, found.Senators.Count);
    }

    [Fact]
    public async Task An_at_large_state_needs_no_district()
    {
        var found = await Find("PR", null);

        Assert.Equal("Resident Commissioner", found.Representative!.Title);
        Assert.Empty(found.Senators);
    }

    [Theory]
    [InlineData("10025", "New York")]
    [InlineData("12210", "Albany")]
    [InlineData(null, "Albany")]
    public async Task The_nearest_office_is_listed_first(string? zip, string city)
    {
        var found = await Find("NY", 12, zip);

        Assert.Equal(city, found.Representative!.Offices[0].City);
    }

    [Fact]
    public async Task A_vacant_seat_is_reported_without_an_error() => Assert.Null((await Find("NY", 3)).Representative);

    private async Task<OwnMember.Result> Find(string state, int? district, string? zip = null)
    {
        await using var db = database.Open();
        var clock = new TestClock(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
        await new ImportLegislators(db, clock).ExecuteAsync(
            new(new StringReader(LegislatorSample.Current), new StringReader(LegislatorSample.Offices)), Actor.System("test"), default);
        return await new OwnMember(db, clock).FindAsync(States.Get(state), district, zip is null ? null : ZipCode.Parse(zip), default);
    }
}
