using System.Text.Json;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Routing;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Routing;

/// <summary>New requests are routed to a caseworker, and the reasons are stored as sentences.</summary>
public sealed class RoutingTests
{
    [Theory, OnBoth]
    public async Task A_Spanish_request_is_routed_to_a_Spanish_speaker_with_the_reason(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Caseworker("Carl");
        var maria = await office.Given.Caseworker("Maria", languages: "en, es");
        var @case = await office.Given.SubmittedCase(Answers.Complete() with { Language = "es" });
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did("CaseRouted");
        Assert.Equal(maria.Id, (await office.NowAsync<Case>(@case.Id)).AssignedToId);
        var decision = (await office.AllAsync<RoutingDecision>()).Single();
        var reasons = JsonSerializer.Deserialize<RoutingReason[]>(decision.Reasons, EventJson.Options)!;
        Assert.Contains(reasons, r => r.Aspect == RoutingAspect.Language && r.Arguments.SequenceEqual(["Speaks the person's language", "Maria"]));
        (await office.TrySweepAsync<RouteNewCasesJob>()).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Earlier_caseworker_topic_load_and_location_decide_in_this_order(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var albany = await office.Given.Caseworker("Abe", location: "Albany");
        var tax = await office.Given.Caseworker("Tess", specialties: "IRS", location: "New York");
        var near = await office.Given.Caseworker("Nora", location: "New York");
        async Task<Guid?> RouteAsync(RequestAnswers answers)
        {
            var @case = await office.Given.SubmittedCase(answers);
            await office.SweepAsync<RouteNewCasesJob>();
            return (await office.NowAsync<Case>(@case.Id)).AssignedToId;
        }

        RequestAnswers Of(string name, string topic) => Answers.Complete(topic) with { Person = Answers.Complete().Person with { FirstName = name } };
        Assert.Equal(tax.Id, await RouteAsync(Of("Bea", "irs-refund")));
        Assert.Equal(tax.Id, await RouteAsync(Of("Bea", "ssa-missing-payment")));
        Assert.Equal(near.Id, await RouteAsync(Of("Cid", "ssa-missing-payment")));
        Assert.Equal(albany.Id, await RouteAsync(Of("Dot", "ssa-missing-payment")));
    }

    [Theory, OnBoth]
    public async Task With_no_one_available_a_case_stays_in_the_queue_with_the_reason(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Staff(StaffRole.Caseworker, "Maria", absentFrom: office.Clock.Today, absentUntil: office.Clock.Today);
        await office.Given.Caseworker("Carl", maxOpenCases: 0);
        await office.Given.Staff(StaffRole.Administrator, "Olga");
        var @case = await office.Given.SubmittedCase();
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did("CaseRouted");
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((null, office.Clock.Utc, office.Clock.Utc.AddHours(1)), (now.AssignedToId, now.RoutedAt!.Value, now.RouteAgainAt!.Value));
        var reasons = (await office.AllAsync<RoutingDecision>()).Single().Reasons;
        Assert.Contains("is away", reasons, StringComparison.Ordinal);
        Assert.Contains("has reached their case limit", reasons, StringComparison.Ordinal);
        Assert.Contains("It stays in the queue.", reasons, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Routing_retries_every_hour_for_two_weeks_and_then_leaves_the_case_to_staff(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Staff(StaffRole.Caseworker, "Maria", absentFrom: office.Clock.Today, absentUntil: office.Clock.Today);
        var @case = await office.Given.SubmittedCase();
        await office.SweepAsync<RouteNewCasesJob>();
        var version = (await office.NowAsync<Case>(@case.Id)).Version;
        (await office.TrySweepAsync<RouteNewCasesJob>()).ChangedNothing();
        office.Clock.Advance(TimeSpan.FromHours(1));
        // The case didn't change, so no open form becomes stale and nothing is recorded twice.
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did([]);
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((version, office.Clock.Utc.AddHours(1)), (now.Version, now.RouteAgainAt));
        Assert.Single(await office.AllAsync<RoutingDecision>());
        office.Clock.GoTo(1, 9);
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did("CaseRouted");
        now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((true, null), (now.AssignedToId is not null, now.RouteAgainAt));
        (await office.TrySweepAsync<RouteNewCasesJob>()).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Routing_stops_retrying_and_does_not_reassign_a_case_that_staff_unassigned(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Staff(StaffRole.Caseworker, "Maria", absentFrom: office.Clock.Today);
        var (old, given) = (await office.Given.SubmittedCase(), await office.Given.SubmittedCase());
        await office.SweepAsync<RouteNewCasesJob>();
        await office.DoAsync<AssignCase>(o => o.ExecuteAsync(new(given.Id, null, maria.Id), maria, default));
        await office.DoAsync<AssignCase>(o => o.ExecuteAsync(new(given.Id, null, null), maria, default));
        office.Clock.GoTo(14, 12);
        await office.SweepAsync<RouteNewCasesJob>();
        Assert.Null((await office.NowAsync<Case>(old.Id)).RouteAgainAt);
        Assert.Null((await office.NowAsync<Case>(given.Id)).RouteAgainAt);
        (await office.TrySweepAsync<RouteNewCasesJob>()).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task An_emergency_is_routed_regardless_of_load_and_to_a_manager_if_there_is_one(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var carl = await office.Given.Caseworker("Carl", maxOpenCases: 0);
        var emergency = Answers.Complete() with { Urgency = [UrgencyFact.LifeOrSafety] };
        async Task<Guid?> RouteAsync(RequestAnswers answers)
        {
            var @case = await office.Given.SubmittedCase(answers);
            await office.SweepAsync<RouteNewCasesJob>();
            return (await office.NowAsync<Case>(@case.Id)).AssignedToId;
        }

        Assert.Equal(carl.Id, await RouteAsync(emergency with { Person = emergency.Person with { FirstName = "Bea" } }));
        Assert.Contains(
            "is at capacity, but this case can't wait for someone else",
            (await office.AllAsync<RoutingDecision>()).Single().Reasons,
            StringComparison.Ordinal);
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga", maxOpenCases: 0);
        await office.Given.Staff(StaffRole.CaseworkManager, "Otto", absentFrom: office.Clock.Today);
        Assert.Equal(olga.Id, await RouteAsync(emergency with { Person = emergency.Person with { FirstName = "Cid" } }));
        // Cases that aren't emergencies respect each caseworker's capacity.
        Assert.Null(await RouteAsync(Answers.Complete() with { Person = emergency.Person with { FirstName = "Dot" } }));
        // A constituent's own caseworker also gets their next case.
        Assert.Equal(carl.Id, await RouteAsync(Answers.Complete() with { Person = emergency.Person with { FirstName = "Bea" } }));
    }

    [Theory, OnBoth]
    public async Task An_unassigned_emergency_is_emailed_to_the_managers_once_and_later_to_its_caseworker(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Staff(StaffRole.Caseworker, "Maria", absentFrom: office.Clock.Today, absentUntil: office.Clock.Today);
        await office.Given.Staff(StaffRole.CaseworkManager, "Olga", absentFrom: office.Clock.Today);
        await office.Given.Staff(StaffRole.Administrator, "Otto");
        await office.Given.SubmittedCase(Answers.Complete() with { Urgency = [UrgencyFact.LifeOrSafety] });
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did("CaseRouted", "UrgentCaseUnassignedMail to olga@nunez.example.gov");
        office.Clock.Advance(TimeSpan.FromHours(1));
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did([]);
        office.Clock.GoTo(1, 9);
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did("CaseRouted", "UrgentCaseMail to maria@nunez.example.gov");
    }

    [Theory, OnBoth]
    public async Task An_emergency_is_emailed_to_its_caseworker(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Caseworker();
        await office.Given.SubmittedCase(Answers.Complete() with { WhatHappened = "I want to die." });
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did("CaseRouted", "UrgentCaseMail to maria@nunez.example.gov");
    }

    [Theory, OnBoth]
    public async Task An_assigned_case_is_not_routed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        await office.Given.Caseworker("Abe");
        var @case = await office.Given.SubmittedCase();
        await office.DoAsync<AcceptCase>(o => o.ExecuteAsync(new(@case.Id, null), maria, default));
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did([]);
        Assert.Equal(maria.Id, (await office.NowAsync<Case>(@case.Id)).AssignedToId);
    }

    [Theory, OnBoth]
    public async Task Concurrent_runs_route_each_case_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Caseworker();
        for (var i = 0; i < 5; i++)
            await office.Given.SubmittedCase();
        await office.AtOnceAsync<RouteNewCasesJob>(3, async job =>
        {
            await job.RunAsync(default);
            return Outcome.Done;
        });
        await office.SweepAsync<RouteNewCasesJob>();
        Assert.Equal(5, (await office.AllAsync<RoutingDecision>()).Count);
        Assert.All(await office.AllAsync<Case>(), c => Assert.NotNull(c.AssignedToId));
    }

    [Theory, OnBoth]
    public async Task Routing_rules_are_saved_changed_and_removed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var rule = new SaveRoutingRule.Command(Guid.CreateVersion7(), null, " Tax to Tess ", RoutingAspect.Topic, 1)
        {
            Enabled = true,
            Language = " ",
            AgencyCode = "IRS",
            AssigneeId = boss.Id,
        };
        async Task<Trial> SaveAsync(SaveRoutingRule.Command command) => await office.TryAsync<SaveRoutingRule>(o => o.ExecuteAsync(command, boss, default));
        (await SaveAsync(rule with { Name = " " })).Refused("Enter a rule name of 120 characters or fewer.");
        (await SaveAsync(rule with { AssigneeId = Guid.CreateVersion7() })).Refused("That person no longer works here. Choose someone else.");
        (await SaveAsync(rule)).Did("RoutingRuleSaved");
        var saved = await office.NowAsync<RoutingRule>(rule.Id);
        Assert.Equal(("Tax to Tess", null, "IRS"), (saved.Name, saved.Language, saved.AgencyCode));
        (await SaveAsync(rule with { Version = saved.Version, Enabled = false })).Did("RoutingRuleSaved");
        (await SaveAsync(rule with { Version = saved.Version })).Was<Outcome.Stale>();
        (await SaveAsync(rule with { Remove = true })).Did("RoutingRuleRemoved");
        (await SaveAsync(rule with { Remove = true })).ChangedNothing();
        // A colleague still had the form open.
        (await SaveAsync(rule with { Version = saved.Version })).Was<Outcome.Stale>();
    }
}
