using System.Text.Json;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Agencies;

public sealed class SaveAgencyTests
{
    private static readonly Agency Bank = new()
    {
        Code = "TEST",
        Name = "Test agency",
        NameEs = "Agencia de prueba",
        ShortName = "Test",
        ShortNameEs = "Prueba",
        Source = "A guess",
        FinalDays = 30,
    };

    [Theory, OnBoth]
    public async Task Changes_are_recorded_with_their_old_values(DatabaseProvider on)
    {
        await using var office = await StartAsync(on);
        var lead = await office.Given.Staff(StaffRole.CaseworkManager);
        var trial = await TryAsync(office, lead, c => c with { FinalDays = 60, VerifiedOn = office.Clock.Today });
        trial.Did(nameof(AgencyChanged));
        var changed = JsonSerializer.Deserialize<AgencyChanged>(trial.Entries[0].Payload, EventJson.Options)!;
        Assert.Equal("TEST", changed.Code);
        Assert.Equal([new("FinalDays", "30", "60"), new("VerifiedOn", null, office.Clock.Today.ToString("yyyy-MM-dd"))], changed.Changes.OrderBy(c => c.Field));
    }

    [Theory, OnBoth]
    public async Task Pages_show_the_change_immediately(DatabaseProvider on)
    {
        await using var office = await StartAsync(on);
        Task<Agency> Shown() => office.WithAsync<AgencyDirectory, Agency>(async d => (await d.ReadAsync(default))["TEST"]);
        Assert.Equal(30, (await Shown()).FinalDays);
        await TryAsync(office, await office.Given.Staff(StaffRole.CaseworkManager), c => c with { FinalDays = 60 });
        Assert.Equal(60, (await Shown()).FinalDays);
    }

    [Theory, OnBoth]
    public async Task Saving_without_changes_writes_nothing(DatabaseProvider on)
    {
        await using var office = await StartAsync(on);
        (await TryAsync(office, Actor.System("test"), c => c)).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Invalid_values_are_refused_and_nothing_is_written(DatabaseProvider on)
    {
        await using var office = await StartAsync(on);
        var system = Actor.System("test");
        (await TryAsync(office, system, c => c with { Source = " " })).Refused("Enter the source of the rule.");
        (await TryAsync(office, system, c => c with { FinalDays = -1 })).Refused("Enter days as whole numbers from 0 to 3,650, or leave them blank.");
        (await TryAsync(office, system, c => c with { Rules = new() { ReleaseMaxAgeDays = 0 } }))
            .Refused("Enter a day limit from 1 to 3,650, or leave it blank.");
        (await TryAsync(office, system, c => c with { VerifiedOn = office.Clock.Today.AddDays(3) }))
            .Refused("The date of the last check can't be in the future.");
        (await TryAsync(office, system, c => c with { FollowUps = new(10, 3, " ") })).Refused("Enter the source of the follow-up schedule.");
        (await TryAsync(office, system, c => c with { FollowUps = new(0, 3, "A guess") }))
            .Refused("Enter at least 1 day between follow-ups and no more than 50 follow-ups.");
        (await TryAsync(office, system, c => c with { PublicNote = "Sign in ink." })).Refused("Enter what signers need to know in both languages.");
        (await TryAsync(office, system, c => c with { Version = 7 })).Was<Outcome.Stale>();
        (await TryAsync(office, system, c => c with { Code = "NIX" })).Was<Outcome.NotFound>();
    }

    [Theory]
    [OnBoth(StaffRole.Caseworker)]
    [OnBoth(StaffRole.Intern)]
    [OnBoth(StaffRole.ReadOnly)]
    public async Task Saving_needs_permission(DatabaseProvider on, StaffRole role)
    {
        await using var office = await StartAsync(on);
        var who = await office.Given.Staff(role);
        (await TryAsync(office, who, c => c with { FinalDays = 60 })).NotPermitted(Permission.EditAgencies);
    }

    private static async Task<DomainHost> StartAsync(DatabaseProvider on)
    {
        var office = await DomainHost.StartAsync(on);
        await office.AddAsync(Bank);
        return office;
    }

    private static Task<Trial> TryAsync(DomainHost office, Actor actor, Func<SaveAgency.Command, SaveAgency.Command> change) =>
        office.TryAsync<SaveAgency>(o => o.ExecuteAsync(
            change(new("TEST", 0) { Rules = new(), AcknowledgmentDays = null, InterimDays = null, FinalDays = 30, Source = "A guess" }), actor, default));
}
