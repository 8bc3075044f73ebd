using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Routing;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Routing;

/// <summary>Cases of someone who is away are marked, listed, and handed over, at the latest when the absence begins.</summary>
public sealed class HandOverTests
{
    [OnBoth]
    [Theory]
    public async Task A_manager_hands_all_open_cases_to_one_person(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, cases) = await HoldingAsync(office, "Maria", 3);
        var ben = await office.Given.Staff(StaffRole.Caseworker, "Ben");
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var trial = await office.TryAsync<HandOverCases>(o => o.ExecuteAsync(new(maria.Id!.Value, ben.Id), olga, default));
        Assert.Equal(new HandOverCases.HandedOver(3, 0), trial.Outcome);
        trial.Did(["CaseHandedOver", "CaseHandedOver", "CaseHandedOver"], "CasesHandedOverMail to ben@nunez.example.gov");
        Assert.All(await office.AllAsync<Case>(), c => Assert.Equal(ben.Id, c.AssignedToId));
        Assert.Equal(3, cases.Count);
    }

    [OnBoth]
    [Theory]
    public async Task By_the_rules_each_case_keeps_its_reasons(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, _) = await HoldingAsync(office, "Maria", 4);
        var ben = await office.Given.Staff(StaffRole.Caseworker, "Ben");
        var cy = await office.Given.Staff(StaffRole.Caseworker, "Cy");
        Assert.Equal(
            new HandOverCases.HandedOver(4, 0),
            await office.DoAsync<HandOverCases>(o => o.ExecuteAsync(new(maria.Id!.Value, null), Actor.System("test"), default)));
        Assert.All(await office.AllAsync<Case>(), c => Assert.True(c.AssignedToId == ben.Id || c.AssignedToId == cy.Id));
        Assert.Equal(4, (await office.AllAsync<RoutingDecision>()).Count);
    }

    [OnBoth("herself")]
    [OnBoth("an intern")]
    [OnBoth("someone away")]
    [OnBoth("someone who left")]
    [OnBoth("nobody known")]
    [Theory]
    public async Task Someone_who_cannot_take_them_is_refused_and_nothing_is_written(DatabaseProvider on, string whom)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, _) = await HoldingAsync(office, "Maria", 2);
        var to = whom switch
        {
            "herself" => maria.Id,
            "an intern" => (await office.Given.Staff(StaffRole.Intern, "Ivy")).Id,
            "someone away" => (await office.Given.Staff(StaffRole.Caseworker, "Ann", absentFrom: office.Clock.Today)).Id,
            "someone who left" => await LeaverAsync(office),
            _ => Guid.CreateVersion7(),
        };
        var trial = await office.TryAsync<HandOverCases>(o => o.ExecuteAsync(new(maria.Id!.Value, to), Actor.System("test"), default));
        Assert.IsType<Outcome.Refused>(trial.Outcome);
        Assert.Empty(trial.ChangedTables);
        Assert.All(await office.AllAsync<Case>(), c => Assert.Equal(maria.Id, c.AssignedToId));
    }

    [OnBoth]
    [Theory]
    public async Task When_the_absence_begins_the_cases_go_to_the_person_chosen_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, _) = await HoldingAsync(office, "Maria", 2);
        var ben = await office.Given.Staff(StaffRole.Caseworker, "Ben");
        await office.Given.Staff(StaffRole.Caseworker, "Cy");
        await PlanAsync(office, maria, office.Clock.Today.AddDays(2), ben.Id);
        Assert.Equal(0, await office.SweepAsync<AbsenceBegunJob>());
        office.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(2, await office.SweepAsync<AbsenceBegunJob>());
        Assert.All(await office.AllAsync<Case>(), c => Assert.Equal(ben.Id, c.AssignedToId));

        // A case given to her on purpose while she is away stays hers.
        var one = (await office.AllAsync<Case>())[0];
        await office.DoAsync<AssignCase>(o => o.ExecuteAsync(new(one.Id, null, maria.Id), ben, default));
        Assert.Equal(0, await office.SweepAsync<AbsenceBegunJob>());
        Assert.Equal(maria.Id, (await office.NowAsync<Case>(one.Id)).AssignedToId);

        // The next absence is another one.
        await PlanAsync(office, maria, office.Clock.Today.AddDays(5), null);
        office.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(1, await office.SweepAsync<AbsenceBegunJob>());
    }

    [OnBoth]
    [Theory]
    public async Task If_the_person_chosen_is_away_too_the_rules_decide(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, _) = await HoldingAsync(office, "Maria", 1);
        var ben = await office.Given.Staff(StaffRole.Caseworker, "Ben", absentFrom: office.Clock.Today);
        var cy = await office.Given.Staff(StaffRole.Caseworker, "Cy");
        await PlanAsync(office, maria, office.Clock.Today, ben.Id);
        await office.SweepAsync<AbsenceBegunJob>();
        Assert.Equal(cy.Id, (await office.AllAsync<Case>()).Single().AssignedToId);
    }

    [OnBoth]
    [Theory]
    public async Task While_no_one_is_available_cases_stay_marked_and_are_handed_over_later(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, _) = await HoldingAsync(office, "Maria", 2);
        await PlanAsync(office, maria, office.Clock.Today, null);
        Assert.Equal(0, await office.SweepAsync<AbsenceBegunJob>());
        Assert.Equal(2, (await AwayAsync(office)).Rows.Count);
        Assert.Equal(2, (await office.WithAsync<CaseQueue, IReadOnlyDictionary<QueueView, int>>(q => q.CountsAsync(maria.Id!.Value, default)))[QueueView.Away]);
        var ben = await office.Given.Staff(StaffRole.Caseworker, "Ben");
        Assert.Equal(2, await office.SweepAsync<AbsenceBegunJob>());
        Assert.All(await office.AllAsync<Case>(), c => Assert.Equal(ben.Id, c.AssignedToId));
        Assert.Empty((await AwayAsync(office)).Rows);
    }

    [OnBoth(-3, 3, true)]
    [OnBoth(0, 0, true)]
    [OnBoth(-3, null, true)]
    [OnBoth(1, 3, false)]
    [OnBoth(-3, -1, false)]
    [OnBoth(null, null, false)]
    [Theory]
    public async Task The_list_has_open_cases_of_those_away_today(DatabaseProvider on, int? from, int? until, bool listed)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, _) = await HoldingAsync(office, "Maria", 1);
        await office.ReadAsync(async db =>
        {
            var member = await db.FindAsync<StaffMember>(maria.Id!.Value);
            (member!.AbsentFrom, member.AbsentUntil) = (Day(from), Day(until));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(listed ? 1 : 0, (await AwayAsync(office)).Rows.Count);
        Assert.Equal(listed ? 1 : 0, (await office.WithAsync<HandOverPageQuery, IReadOnlyList<AwayHolder>>(q => q.AwayAsync(default))).Count);

        DateOnly? Day(int? days) => days is { } d ? office.Clock.Today.AddDays(d) : null;
    }

    [OnBoth]
    [Theory]
    public async Task Cases_of_someone_who_left_are_listed_too(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, _) = await HoldingAsync(office, "Maria", 1);
        await office.DoAsync<ChangeStaff>(o => o.ExecuteAsync(new(maria.Id!.Value, "Maria", StaffRole.Caseworker, true), Actor.System("test"), default));
        Assert.Single((await AwayAsync(office)).Rows);
    }

    private static Task<CaseQueuePage> AwayAsync(DomainHost office) =>
        office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(new(QueueView.Away), null, null, default));

    private static async Task<(Actor Holder, IReadOnlyList<Guid> Cases)> HoldingAsync(DomainHost office, string name, int count)
    {
        var holder = await office.Given.Staff(StaffRole.Caseworker, name);
        var cases = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            cases.Add((await office.Given.SubmittedCase()).Id);
            await office.DoAsync<AssignCase>(o => o.ExecuteAsync(new(cases[^1], null, holder.Id), Actor.System("test"), default));
        }

        return (holder, cases);
    }

    private static async Task<Guid> LeaverAsync(DomainHost office)
    {
        var leaver = await office.Given.Staff(StaffRole.Caseworker, "Lee");
        await office.DoAsync<ChangeStaff>(o => o.ExecuteAsync(new(leaver.Id!.Value, "Lee", StaffRole.Caseworker, true), Actor.System("test"), default));
        return leaver.Id!.Value;
    }

    private static Task<Outcome> PlanAsync(DomainHost office, Actor member, DateOnly from, Guid? to) => office.DoAsync<ChangeStaff>(o => o.ExecuteAsync(
        new(member.Id!.Value, "Maria", StaffRole.Caseworker, false) { AbsentFrom = from, HandOverToId = to }, Actor.System("test"), default));
}
