using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Domain.Agencies;
using Portal.Domain.Districts;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Routing;
using Portal.Domain.Topics;

namespace Portal.Tests.Support;

/// <summary>What every test office has from the start: the seed data, a House office in New York, a few ZIP codes.</summary>
public static class TestOffice
{
    public const string Zip = "10025";
    public const string ZipElsewhere = "90210";

    public static async Task FillAsync(TestDatabase database)
    {
        var clock = new TestClock();
        await using var db = database.Open();
        await new DatabaseUpgrade(db, clock, NullLogger<DatabaseUpgrade>.Instance).RunAsync(default);
        await new AgencySeed(db).AddMissingAsync(default);
        await new AgencyFacts(db).AddMissingAsync(default);
        await new TopicSeed(db, new TopicCatalog.Cache()).AddMissingAsync(default);
        await new RoutingSeed(db, clock).AddMissingAsync(default);
        await new ReleaseTemplateSeed(db, clock).AddMissingAsync(default);
        db.AddRange(
            new ZipDistrict { Zip = Zip, State = "NY", District = 12 },
            new ZipDistrict { Zip = ZipElsewhere, State = "CA", District = 36 });
        await db.SaveChangesAsync();
        Assert.IsType<SetUpOfficeResult.Done>(await new SetUpOffice(db, clock).ExecuteAsync(
            new()
            {
                Chamber = Chamber.House,
                MemberFullName = "Ana M. Núñez",
                State = "NY",
                District = 12,
                Phone = "212-555-0100",
                Email = "help@nunez.example.gov",
                Locations = [new("Broadway", "New York", "NY") { Zip = "10025" }, new("Capitol", "Albany", "NY") { Zip = "12207" }],
            },
            Actor.System("test"),
            default));
    }
}
