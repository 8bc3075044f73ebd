using System.Text.Json;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Routing;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Routing;

/// <summary>New requests find their caseworker, and the reasons are kept in words.</summary>
public sealed class RoutingTests
{
    [Theory, OnBoth]
    public async Task Spanish_goes_to_who_speaks_it_and_says_why(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Caseworker("Carl");
        var maria = await office.Given.Caseworker("Maria", languages: "en, es");
        var file = await office.Given.SubmittedCase(Answers.Complete() with { Language = "es" });
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did("CaseRouted");
        Assert.Equal(maria.Id, (await office.NowAsync<Case>(file.Id)).AssignedToId);
        var decision = (await office.AllAsync<RoutingDecision>()).Single();
        var reasons = JsonSerializer.Deserialize<RoutingReason[]>(decision.Reasons, EventJson.Options)!;
        Assert.Contains(reasons, r => r.Aspect == RoutingAspect.Language && r.Arguments.SequenceEqual(["Speaks the person's language", "Maria"]));
        (await office.TrySweepAsync<RouteNewCasesJob>()).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task The_same_person_the_topic_the_load_and_the_place_decide_in_this_order(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var albany = await office.Given.Caseworker("Abe", location: "Albany");
        var tax = await office.Given.Caseworker("Tess", specialties: "IRS", location: "New York");
        var near = await office.Given.Caseworker("Nora", location: "New York");
        async Task<Guid?> RouteAsync(RequestAnswers answers)
        {
            var file = await office.Given.SubmittedCase(answers);
            await office.SweepAsync<RouteNewCasesJob>();
            return (await office.NowAsync<Case>(file.Id)).AssignedToId;
        }

        RequestAnswers Of(string name, string topic) => Answers.Complete(topic) with { Person = Answers.Complete().Person with { FirstName = name } };
        Assert.Equal(tax.Id, await RouteAsync(Of("Bea", "irs-refund")));
        Assert.Equal(tax.Id, await RouteAsync(Of("Bea", "ssa-missing-payment")));
        Assert.Equal(near.Id, await RouteAsync(Of("Cid", "ssa-missing-payment")));
        Assert.Equal(albany.Id, await RouteAsync(Of("Dot", "ssa-missing-payment")));
    }

    [Theory, OnBoth]
    public async Task With_nobody_there_it_stays_in_the_queue_and_says_so(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Staff(StaffRole.Caseworker, "Maria", absentFrom: office.Clock.Today, absentUntil: office.Clock.Today);
        await office.Given.Caseworker("Carl", maxOpenCases: 0);
        await office.Given.Staff(StaffRole.Administrator, "Olga");
        var file = await office.Given.SubmittedCase(Answers.Complete() with { Urgency = [UrgencyFact.LifeOrSafety] });
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did("CaseRouted");
        var now = await office.NowAsync<Case>(file.Id);
        Assert.Equal((null, office.Clock.Utc), (now.AssignedToId, now.RoutedAt!.Value));
        var reasons = (await office.AllAsync<RoutingDecision>()).Single().Reasons;
        Assert.Contains("is away", reasons, StringComparison.Ordinal);
        Assert.Contains("takes at most", reasons, StringComparison.Ordinal);
        Assert.Contains("It stays in the queue.", reasons, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task An_emergency_is_mailed_to_its_caseworker(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Caseworker();
        await office.Given.SubmittedCase(Answers.Complete() with { WhatHappened = "I want to die." });
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did("CaseRouted", "UrgentCaseMail to maria@nunez.example.gov");
    }

    [Theory, OnBoth]
    public async Task A_case_that_somebody_took_is_left_alone(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        await office.Given.Caseworker("Abe");
        var file = await office.Given.SubmittedCase();
        await office.DoAsync<AcceptCase>(o => o.ExecuteAsync(new(file.Id, null), maria, default));
        (await office.TrySweepAsync<RouteNewCasesJob>()).Did([]);
        Assert.Equal(maria.Id, (await office.NowAsync<Case>(file.Id)).AssignedToId);
    }

    [Theory, OnBoth]
    public async Task Twice_at_once_each_case_is_routed_once(DatabaseProvider on)
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
    public async Task Rules_are_saved_changed_and_removed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var rule = new SaveRoutingRule.Command(Guid.CreateVersion7(), null, " Tax to Tess ", RoutingAspect.Topic, 1, true, null, " ", "IRS", null, null, boss.Id);
        async Task<Trial> SaveAsync(SaveRoutingRule.Command command) => await office.TryAsync<SaveRoutingRule>(o => o.ExecuteAsync(command, boss, default));
        (await SaveAsync(rule with { Name = " " })).Refused("Give the rule a name of at most 120 characters.");
        (await SaveAsync(rule with { AssigneeId = Guid.CreateVersion7() })).Refused("That person no longer works here. Choose somebody else.");
        (await SaveAsync(rule)).Did("RoutingRuleSaved");
        var saved = await office.NowAsync<RoutingRule>(rule.Id);
        Assert.Equal(("Tax to Tess", null, "IRS"), (saved.Name, saved.Language, saved.AgencyCode));
        (await SaveAsync(rule with { Version = saved.Version, Enabled = false })).Did("RoutingRuleSaved");
        (await SaveAsync(rule with { Version = saved.Version })).Was<Outcome.Stale>();
        (await SaveAsync(rule with { Remove = true })).Did("RoutingRuleRemoved");
        (await SaveAsync(rule with { Remove = true })).ChangedNothing();
    }
}
