using Portal.Domain.Districts;

namespace Portal.Tests.Domain.Districts;

public class StatesTests
{
    [Fact]
    public void Fifty_states_DC_five_territories_and_three_military_addresses_are_known()
    {
        Assert.Equal([50, 1, 5, 3], States.All.CountBy(s => s.Kind).OrderBy(k => k.Key).Select(k => k.Value));
        Assert.Equal(59, States.All.DistinctBy(s => s.Code).Count());
        Assert.Equal(56, States.All.Where(s => s.Fips is not null).DistinctBy(s => s.Fips).Count());
        Assert.Equal(
            ["AK", "AS", "DC", "DE", "GU", "MP", "ND", "PR", "SD", "VI", "VT", "WY"],
            States.All.Where(s => s.AtLarge).Select(s => s.Code).Order());
    }

    [Fact]
    public void Every_state_has_a_time_zone_known_to_this_machine() =>
        Assert.All(States.All.Where(s => s.Kind != StateKind.ArmedForces), s =>
            Assert.True(TimeZoneInfo.FindSystemTimeZoneById(s.TimeZone!).HasIanaId));

    [Theory]
    [InlineData("ca", "CA")]
    [InlineData(" New York ", "NY")]
    [InlineData("nueva york", "NY")]
    [InlineData("Hawai", "HI")]
    [InlineData("Islas Marianas del Norte", "MP")]
    [InlineData("ae", "AE")]
    public void Codes_and_names_are_read_in_both_languages(string typed, string code)
    {
        Assert.True(UsState.TryParse(typed, out var state));
        Assert.Equal(code, state.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("XX")]
    [InlineData("Ontario")]
    public void Other_places_are_refused(string? typed) => Assert.False(UsState.TryParse(typed, out _));

    [Fact]
    public void Every_name_reads_back_as_its_state() =>
        Assert.All(States.All.SelectMany(s => new[] { s.Code, s.English, s.Spanish }, (s, text) => (s, text)), pair =>
        {
            Assert.True(UsState.TryParse(pair.text, out var state));
            Assert.Same(pair.s, state);
        });

    [Theory]
    [InlineData("en", "New Mexico")]
    [InlineData("es", "Nuevo México")]
    [InlineData("es-MX", "Nuevo México")]
    public void States_have_a_name_in_each_language(string language, string name) => Assert.Equal(name, States.Get("NM").NameIn(language));

    [Theory]
    [InlineData("3612", "NY", 12)]
    [InlineData("0200", "AK", 0)]
    [InlineData("1198", "DC", 0)]
    public void Census_district_codes_are_read(string geoId, string state, int number) =>
        Assert.Equal(new HouseDistrict(state, number), HouseDistrict.FromGeoId(geoId));

    [Theory]
    [InlineData("36ZZ")]
    [InlineData("9901")]
    [InlineData("361")]
    [InlineData(null)]
    public void Other_district_codes_are_refused(string? geoId) => Assert.Null(HouseDistrict.FromGeoId(geoId));

    [Theory]
    [InlineData(2026, 11, 21, 119)]
    [InlineData(2027, 1, 2, 119)]
    [InlineData(2027, 1, 3, 120)]
    [InlineData(2028, 12, 31, 120)]
    public void The_current_congress_follows_from_the_date(int year, int month, int day, int congress) =>
        Assert.Equal(congress, Congress.On(new DateOnly(year, month, day)));
}
