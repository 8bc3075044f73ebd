using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Districts;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Districts;

public sealed class ImportLegislatorsTests(ITestOutputHelper output) : IDisposable
{
    private readonly EmptyDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Only_the_current_term_is_imported()
    {
        var done = Assert.IsType<ImportLegislators.Imported>(await Import());

        Assert.Equal((4, 2, 1), (done.Legislators, done.Offices, done.TermsEnded));
        var rows = (await database.AllAsync<Legislator>()).ToDictionary(l => l.Bioguide);
        var ana = rows["A000001"];
        Assert.Equal(("Ana M. Núñez", Chamber.House, "NY", 12), (ana.FullName, ana.Chamber, ana.State, ana.District));
        Assert.Equal(new DateOnly(2027, 1, 3), ana.TermEndsOn);
        Assert.Equal("https://nunez.example.gov", ana.Url);
        Assert.Null(ana.ContactForm);
        Assert.Equal("Bo J. Lee Jr.", rows["B000002"].FullName);
        Assert.Null(rows["B000002"].District);
        var office = Assert.Single(await database.AllAsync<LegislatorOffice>(), o => o.City == "New York");
        Assert.Equal(("Old Hall, Suite 2", "1 Any St.", 40.75), (office.Suite, office.Street, office.Latitude));
    }

    [Fact]
    public async Task A_second_import_replaces_the_first()
    {
        await Import();

        await Import("""- { id: { bioguide: E000005 }, name: { official_full: Eve }, terms: [{ type: sen, end: '2029-01-03', state: NY }] }""");

        Assert.Equal("E000005", Assert.Single(await database.AllAsync<Legislator>()).Bioguide);
        Assert.Empty(await database.AllAsync<LegislatorOffice>());
    }

    [Fact]
    public async Task Party_and_campaign_data_are_not_stored()
    {
        await Import();

        var text = JsonSerializer.Serialize(await database.AllAsync<Legislator>());
        Assert.DoesNotContain("Whig", text);
        Assert.DoesNotContain("Federalist", text);
        Assert.DoesNotContain("H0XX00000", text);
        await using var db = database.Open();
        // In these columns a party is a person a release is about, such as a petitioner or beneficiary.
        var columns = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Select(p => p.Name).Except(["PartyId", "EachPartySigns"]);
        Assert.DoesNotContain(columns, name => name.Contains("Party") || name.Contains("Caucus") || name.Contains("Donor"));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a: [", "YAML")]
    [InlineData("just text", "YAML")]
    [InlineData("- { name: { official_full: X } }", "Entry 1 has no Bioguide")]
    [InlineData("-", "Entry 1 has no Bioguide")]
    [InlineData("- { id: { bioguide: A000001 }, name: { official_full: X } }", "no term")]
    [InlineData("- { id: { bioguide: A000001 }, name: { official_full: X }, terms: [{ type: king }] }", "unknown type")]
    [InlineData("- { id: { bioguide: A000001 }, name: { official_full: X }, terms: [{ type: rep, state: NY, end: '2027-01-03' }] }", "is missing")]
    [InlineData("- { id: { bioguide: A000001 }, name: { official_full: X }, terms: [{ type: sen, state: ZZ, end: '2027-01-03' }] }", "is missing")]
    [InlineData("- { id: { bioguide: A000001 }, terms: [{ type: sen, state: NY, end: '2027-01-03' }] }", "is missing")]
    public async Task An_invalid_file_is_refused_and_the_tables_are_kept(string current, string says)
    {
        await Import();

        var refused = Assert.IsType<ImportLegislators.Refused>(await Import(current));

        output.WriteLine(refused.Why.ToString());
        Assert.Contains(says, refused.Why.ToString());
        Assert.Equal(4, (await database.AllAsync<Legislator>()).Count);
    }

    [Fact]
    public async Task A_member_listed_twice_is_refused()
    {
        const string One = "- { id: { bioguide: A000001 }, name: { official_full: X }, terms: [{ type: sen, state: NY, end: '2027-01-03' }] }\n";
        Assert.IsType<ImportLegislators.Refused>(await Import(One + One));
    }

    [Fact]
    public async Task Files_with_far_fewer_Members_replace_nothing_without_being_told_to()
    {
        await Import(string.Concat(Enumerable.Range(1, 100).Select(i =>
            $"- {{ id: {{ bioguide: X{i:000000} }}, name: {{ official_full: X }}, terms: [{{ type: sen, state: NY, end: '2027-01-03' }}] }}\n")));
        Assert.Equal(100, (await database.AllAsync<Legislator>()).Count);
        var smaller = Assert.IsType<ImportLegislators.Smaller>(await Import());
        Assert.Equal((4, 100), (smaller.Legislators, smaller.LegislatorsBefore));
        Assert.Equal(100, (await database.AllAsync<Legislator>()).Count);
        Assert.IsType<ImportLegislators.Imported>(await Import(evenIfSmaller: true));
        Assert.Equal(4, (await database.AllAsync<Legislator>()).Count);
    }

    [Fact]
    public async Task The_full_files_cover_a_whole_congress()
    {
        using var current = SharedData.Open("legislators-current.yaml");
        using var offices = SharedData.Open("legislators-district-offices.yaml");
        await using var db = database.Open();

        var done = Assert.IsType<ImportLegislators.Imported>(await new ImportLegislators(db, TimeProvider.System)
            .ExecuteAsync(new(current, offices), Actor.System("test"), default));

        output.WriteLine($"{done.Legislators} legislators, {done.Offices} offices, {done.TermsEnded} terms ended, in {done.Took.TotalSeconds:F2} s");
        Assert.InRange(done.Legislators, 500, 541);
        Assert.InRange(done.Offices, 1000, 2000);
        Assert.True(done.Took < TimeSpan.FromMinutes(3), $"took {done.Took}");
        var single = await db.Set<Legislator>().Where(l => l.District == 0).Select(l => l.State).OrderBy(s => s).ToListAsync();
        Assert.Equal(States.All.Where(s => s.AtLarge).Select(s => s.Code).Order(), single);
    }

    private async Task<Outcome> Import(string current = LegislatorSample.Current, bool evenIfSmaller = false)
    {
        await using var db = database.Open();
        return await new ImportLegislators(db, new TestClock(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)))
            .ExecuteAsync(new(new StringReader(current), new StringReader(LegislatorSample.Offices), evenIfSmaller), Actor.System("test"), default);
    }
}
