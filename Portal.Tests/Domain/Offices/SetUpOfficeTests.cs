using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Districts;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Tests.Domain.Districts;
using Portal.Tests.Support;
using static Portal.Domain.Offices.SetUpOfficeRefusal;

namespace Portal.Tests.Domain.Offices;

public sealed class SetUpOfficeTests : IDisposable
{
    private static readonly TestClock Clock = new(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    private static readonly SetUpOfficeCommand Senate =
        new() { Chamber = Chamber.Senate, MemberFullName = "Jane Doe", State = "fl", Email = "help@example.gov" };

    private readonly EmptyDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_office_is_filled_from_an_imported_member()
    {
        await ImportMembers();

        var done = await Done(new() { Bioguide = "A000001" });

        Assert.True(done is { Created: true, Changed: true });
        var office = await Load();
        Assert.Equal("Representative Ana M. Núñez", office.MemberName);
        Assert.Equal((Chamber.House, "NY", 12, "America/New_York"), (office.Chamber, office.State, office.District, office.TimeZone));
        Assert.Equal((30, 12, "https://nunez.example.gov"), (office.UpdateIntervalDays, office.ReleaseMonths, office.Website));
        Assert.Equal(["Albany", "New York"], office.Locations.Select(l => l.Label).Order());
        Assert.Equal("Old Hall, Suite 2", office.Locations.Single(l => l.City == "New York").Suite);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await ImportMembers();
        await Done(new() { Bioguide = "A000001" });
        var before = await Load();

        var again = await Done(new() { Bioguide = "A000001" });

        Assert.True(again is { Created: false, Changed: false });
        Assert.Single(await EventsAsync());
        Assert.Equal(before.Locations.Select(l => l.Id).Order(), (await Load()).Locations.Select(l => l.Id).Order());
    }

    [Fact]
    public async Task Changed_fields_are_recorded_by_name_without_their_values()
    {
        await Done(Senate);
        await Done(new() { Phone = "305-555-0100", Locations = [new("Bay office", "Miami", "FL")] });
        var events = await EventsAsync();
        Assert.Equal([true, false], events.Select(e => e.Created));
        Assert.Contains("MemberFullName", events[0].Fields);
        Assert.Equal(["Locations", "Phone"], events[1].Fields.Order());
        Assert.DoesNotContain(await database.AllAsync<ActivityEntry>(), e => e.Payload.Contains("305", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_later_run_updates_and_keeps_what_the_office_chose()
    {
        await ImportMembers();
        await Done(new()
        {
            Bioguide = "A000001",
            TimeZone = "America/Detroit",
            Email = "a@example.gov",
            UpdateIntervalDays = 14,
            ReleaseReminderDays = "10, 2"
        });
        await Done(new() { Locations = [new("Mobile office", "Bronx", "NY") { Hours = "Fridays" }] });
        var newYork = (await Load()).Locations.Single(l => l.City == "New York").Id;
        await ImportMembers(LegislatorSample.Offices.Replace("Albany", "Troy").Replace("-albany", "-troy").Replace("Suite 2", "Suite 3"));

        await Done(new() { Bioguide = "A000001" });

        var office = await Load();
        Assert.Equal(("America/Detroit", "a@example.gov", 14), (office.TimeZone, office.Email, office.UpdateIntervalDays));
        Assert.Equal([2, 10], office.ReleaseReminders);
        Assert.Equal(["Mobile office", "New York", "Troy"], office.Locations.Select(l => l.Label).Order());
        var kept = office.Locations.Single(l => l.City == "New York");
        Assert.Equal((newYork, "Old Hall, Suite 3"), (kept.Id, kept.Suite));
    }

    [Fact]
    public async Task The_office_can_be_set_up_from_plain_values()
    {
        await Done(Senate);

        var office = await Load();
        Assert.Equal(("Senator Jane Doe", "FL", "America/New_York"), (office.MemberName, office.State, office.TimeZone));
        Assert.Null(office.District);
        Assert.Equal(Clock.GetUtcNow().UtcDateTime, office.ChangedAt);
        Assert.Equal(DateTimeKind.Utc, office.ChangedAt.Kind);
    }

    [Fact]
    public async Task Moving_to_another_state_sets_its_time_zone()
    {
        await Done(Senate);
        await Done(new() { State = "Hawaii" });
        Assert.Equal("Pacific/Honolulu", (await Load()).TimeZone);
    }

    [Fact]
    public async Task Moving_from_House_to_Senate_clears_the_district()
    {
        await Done(new() { Chamber = Chamber.House, MemberFullName = "Jane Doe", State = "FL", District = 3 });
        await Done(new() { Chamber = Chamber.Senate });
        Assert.Equal(("Senator Jane Doe", null), ((await Load()).MemberName, (await Load()).District));
    }

    public static TheoryData<SetUpOfficeCommand, SetUpOfficeRefusal> Wrong => new()
    {
        { new() { Bioguide = "X999999" }, NoMembers },
        { Senate with { Chamber = null }, ChamberMissing },
        { Senate with { MemberFullName = " " }, NameMissing },
        { Senate with { State = null }, StateInvalid },
        { Senate with { State = "Ontario" }, StateInvalid },
        { Senate with { State = "DC" }, StateInvalid },
        { Senate with { Chamber = Chamber.House, State = "AE", District = 1 }, StateInvalid },
        { Senate with { District = 1 }, DistrictInvalid },
        { Senate with { Chamber = Chamber.House }, DistrictInvalid },
        { Senate with { Chamber = Chamber.House, District = 98 }, DistrictInvalid },
        { Senate with { TimeZone = "Mars/Olympus" }, TimeZoneInvalid },
        { Senate with { TimeZone = "Eastern Standard Time" }, TimeZoneInvalid },
        { Senate with { Website = "javascript:alert(1)" }, WebsiteInvalid },
        { Senate with { UpdateIntervalDays = 0 }, IntervalInvalid },
        { Senate with { ReleaseMonths = 121 }, IntervalInvalid },
        { Senate with { ReleaseReminderDays = "3;7" }, IntervalInvalid },
        { Senate with { ReleaseReminderDays = "0" }, IntervalInvalid },
        { Senate with { ReleaseRenewalDays = 181 }, IntervalInvalid },
        { Senate with { Locations = [new("", "Miami", "FL")] }, LocationInvalid },
        { Senate with { Locations = [new("A", "Miami", "F")] }, LocationInvalid },
        { Senate with { Locations = [new("A", "Miami", "FL"), new("a", "Tampa", "FL")] }, LocationInvalid },
        { Senate with { ExpectedVersion = 7 }, Stale },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Invalid_settings_are_refused_and_nothing_is_written(SetUpOfficeCommand command, SetUpOfficeRefusal why)
    {
        var refused = Assert.IsType<SetUpOfficeResult.Refused>(await Run(command));

        Assert.Equal(why, refused.Why);
        Assert.Empty(await database.AllAsync<Office>());
        Assert.Empty(await database.AllAsync<ActivityEntry>());
    }

    [Fact]
    public async Task A_refused_change_leaves_the_office_as_it_was()
    {
        await Done(Senate);
        Assert.IsType<SetUpOfficeResult.Refused>(await Run(new() { MemberFullName = "John Roe", TimeZone = "nowhere" }));
        Assert.Equal("Jane Doe", (await Load()).MemberFullName);
    }

    [Fact]
    public async Task A_second_office_cannot_be_stored()
    {
        await Done(Senate);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => database.AddAsync(new Office { State = "NY", MemberFullName = "Y", TimeZone = "UTC" }));
    }

    private async Task<Outcome> Run(SetUpOfficeCommand command)
    {
        await using var db = database.Open();
        return await new SetUpOffice(db, Clock).ExecuteAsync(command, Actor.System("test"), default);
    }

    private async Task<SetUpOfficeResult.Done> Done(SetUpOfficeCommand command) =>
        Assert.IsType<SetUpOfficeResult.Done>(await Run(command));

    private async Task<List<OfficeSetUp>> EventsAsync() =>
        [.. (await database.AllAsync<ActivityEntry>())
            .Where(e => e.EventName == nameof(OfficeSetUp))
            .OrderBy(e => e.Payload.Contains("\"created\":false", StringComparison.Ordinal))
            .Select(e => JsonSerializer.Deserialize<OfficeSetUp>(e.Payload, EventJson.Options)!)];

    private async Task<Office> Load()
    {
        await using var db = database.Open();
        return await db.Set<Office>().Include(o => o.Locations).SingleAsync();
    }

    private async Task ImportMembers(string offices = LegislatorSample.Offices)
    {
        await using var db = database.Open();
        Assert.IsType<ImportLegislators.Imported>(await new ImportLegislators(db, Clock)
            .ExecuteAsync(new(new StringReader(LegislatorSample.Current), new StringReader(offices)), Actor.System("test"), default));
    }
}
