using Portal.Domain.Calls;
using Portal.Domain.Cases;
using Portal.Domain.Corrections;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Progress;
using Portal.Domain.Tasks;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Calls;

/// <summary>Calls that belong to no case, and what is promised or asked for in a call.</summary>
public sealed class OfficeCallTests
{
    [Theory, OnBoth]
    public async Task A_call_without_a_case_waits_for_whoever_promised_to_call_back(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, sam) = (await office.Given.Caseworker(), await office.Given.Caseworker("Sam"));
        var call = Call(office) with { CallBack = new(office.Clock.Today.AddDays(1), new(14, 30)) };
        (await LogAsync(office, maria, call)).Did("OfficeCallLogged");
        (await LogAsync(office, maria, call)).ChangedNothing();
        Assert.Empty(await OwedAsync(office, maria));
        office.Clock.Advance(TimeSpan.FromDays(1));
        var owed = Assert.Single(await OwedAsync(office, maria));
        Assert.Equal(("Dolores Huerta", "303-555-0199", (TimeOnly?)new TimeOnly(14, 30)), (owed.Name, owed.Phone!.Text, owed.CallBackAt));
        Assert.Empty(await OwedAsync(office, sam));
        (await office.TryAsync<EndOfficeCall>(o => o.ExecuteAsync(call.Key, sam, default))).Did("OfficeCallEnded");
        (await office.TryAsync<EndOfficeCall>(o => o.ExecuteAsync(call.Key, sam, default))).ChangedNothing();
        Assert.Empty(await OwedAsync(office, maria));
    }

    [Theory, OnBoth]
    public async Task A_callback_without_a_number_or_a_possible_day_is_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var call = Call(office);
        (await LogAsync(office, maria, call with { Body = " " })).Refused("Enter what was said, in 10,000 characters or fewer.");
        (await LogAsync(office, maria, call with { Phone = "no phone" })).Refused("Enter a phone number we can call, or leave it blank.");
        (await LogAsync(office, maria, call with { Phone = null, CallBack = new(office.Clock.Today) })).Refused("Enter the number to call back.");
        (await LogAsync(office, maria, call with { CallBack = new(office.Clock.Today.AddDays(-1)) })).Refused("Choose a day to call back that's between today and a year from now.");
        (await LogAsync(office, maria, call with { CallBack = new(office.Clock.Today, null, Guid.CreateVersion7()) })).Refused("This person no longer works here. Choose someone else.");
    }

    [Theory, OnBoth]
    public async Task A_call_filed_on_a_case_takes_its_promise_along_and_its_own_key_is_erased(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, sam) = (await office.Given.Caseworker(), await office.Given.Caseworker("Sam"));
        var @case = await office.Given.AcceptedCase(maria);
        var call = Call(office) with { CallBack = new(office.Clock.Today, new(9, 0), sam.Id) };
        await LogAsync(office, maria, call);
        (await FileAsync(office, maria, call.Key, "no case")).Refused("There's no case with that reference. Check it, or find the case first.");
        (await FileAsync(office, maria, call.Key, @case.Reference.ToLowerInvariant())).Did("OfficeCallFiled");
        (await FileAsync(office, maria, call.Key, @case.Reference)).Was<Outcome.NotFound>();
        var filed = await office.NowAsync<PhoneCall>(call.Key);
        Assert.Equal((@case.Id, call.Body, maria.Id), (filed.CaseId, filed.Body.Text, filed.ById));
        Assert.Equal("Dolores Huerta, 303-555-0199", filed.With!.Text);
        Assert.Empty(await office.AllAsync<OfficeCall>());
        Assert.DoesNotContain(await office.AllAsync<DataKey>(), k => k.OwnerId == call.Key);
        var task = Assert.Single(await office.AllAsync<CaseTask>());
        Assert.Equal((TaskKind.CallBack, sam.Id, (TimeOnly?)new TimeOnly(9, 0)), (task.Kind, task.ForId, task.At));
        Assert.Equal("Dolores Huerta, 303-555-0199", task.What!.Text);
    }

    [Theory, OnBoth]
    public async Task A_case_opened_from_a_call_keeps_the_call(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var call = Call(office) with { CallBack = new(office.Clock.Today) };
        await LogAsync(office, maria, call);
        var open = new OpenCase.Command(Guid.CreateVersion7(), Door.Telephone, new()
        {
            TopicCode = "ssa-missing-payment",
            HelpFor = HelpFor.Me,
            Person = new() { FirstName = "Dolores", LastName = "Huerta", Phone = "303-555-0199" },
            WhatHappened = call.Body,
            Language = "en",
        })
        { CallId = call.Key, Takes = true };
        Assert.Contains("OfficeCallFiled", (await office.TryAsync<OpenCase>(o => o.ExecuteAsync(open, maria, default))).Entries.Select(e => e.EventName));
        Assert.Equal(open.Key, (await office.NowAsync<PhoneCall>(call.Key)).CaseId);
        Assert.Contains((await office.ProgressAsync(open.Key)).Steps, s => s.Move == CaseMove.CallBack);
    }

    [Theory, OnBoth]
    public async Task Completed_calls_are_erased_after_ninety_days(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        await LogAsync(office, maria, Call(office));
        await LogAsync(office, maria, Call(office) with { CallBack = new(office.Clock.Today) });
        office.Clock.Advance(TimeSpan.FromDays(OfficeCall.DaysKept));
        Assert.Equal(0, await office.SweepAsync<OfficeCallOldJob>());
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await office.SweepAsync<OfficeCallOldJob>());
        Assert.NotNull(Assert.Single(await office.AllAsync<OfficeCall>()).CallBackOn);
    }

    [Theory, OnBoth]
    public async Task Words_that_may_mean_danger_are_told_to_whoever_logs_the_call(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var call = Call(office) with { Body = "He said he wants to kill himself." };
        var logged = Assert.IsType<LogOfficeCall.Logged>((await LogAsync(office, maria, call)).Outcome);
        Assert.Equal(SafetyKind.SelfHarm, logged.Danger);
        var @case = await office.Given.AcceptedCase(maria);
        (await FileAsync(office, maria, call.Key, @case.Reference)).Did(["SafetyAlertRaised", "OfficeCallFiled"], "SafetyAlertRaisedMail to maria@nunez.example.gov");
    }

    [Theory, OnBoth]
    public async Task A_change_asked_for_by_phone_is_held_until_it_is_certain_who_asked(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var call = new LogCall.Command(@case.Id, CallDirection.In, "Wants another bank account.", Guid.CreateVersion7()) { AsksForChange = true };
        (await office.TryAsync<LogCall>(o => o.ExecuteAsync(call, maria, default))).Did(["CallLogged", "TaskAdded"]);
        await office.DoAsync<LogCall>(o => o.ExecuteAsync(call with { Key = Guid.CreateVersion7() }, maria, default));
        Assert.Single((await office.ProgressAsync(@case.Id)).Steps, s => s.Move == CaseMove.CheckChange);

        var known = await office.WithAsync<CaseContact, CaseContact.Known>(c => c.ReadAsync(@case.Id, default));
        var wanted = known.Contact with { Person = known.Contact.Person with { Phone = "303-555-0177" } };
        (await office.TryAsync<ChangeMyContact>(o => o.ExecuteAsync(new(@case.Id, known.Version, wanted), Actor.Constituent(@case.Id), default)))
            .Refused("Someone called and asked us to change your contact or bank details. To protect you, we won't change anything until we talk to you. If you need the change now, call us.");
        Assert.Contains("TaskEnded", (await office.TryAsync<CorrectContact>(o => o.ExecuteAsync(
            new(@case.Id, null, wanted, CorrectionReason.Asked, IdentityCheck.CalledBack) { Key = Guid.CreateVersion7() }, maria, default))).Entries.Select(e => e.EventName));
        Assert.DoesNotContain((await office.ProgressAsync(@case.Id)).Steps, s => s.Move == CaseMove.CheckChange);
    }

    [Theory, OnBoth]
    public async Task A_callback_assigned_to_a_coworker_is_theirs_and_not_the_case_owners(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, sam) = (await office.Given.Caseworker(), await office.Given.Caseworker("Sam"));
        var @case = await office.Given.CaseWithAgency(maria);
        await office.DoAsync<LogCall>(o => o.ExecuteAsync(
            new(@case.Id, CallDirection.In, "Asks for Sam.", Guid.CreateVersion7()) { CallBack = new(office.Clock.Today, null, sam.Id) }, maria, default));
        Assert.Equal(CaseMove.CallBack, Assert.Single((await TurnAsync(office, sam)).Rows).Step.Move);
        Assert.DoesNotContain((await TurnAsync(office, maria)).Rows, r => r.Step.Move == CaseMove.CallBack);
    }

    private static LogOfficeCall.Command Call(DomainHost office) =>
        new(CallDirection.In, "Asks what we can do about her check.", Guid.CreateVersion7(new DateTimeOffset(office.Clock.GetUtcNow().UtcDateTime))) { FirstName = "Dolores", LastName = "Huerta", Phone = "303-555-0199" };

    private static Task<Trial> LogAsync(DomainHost office, Actor by, LogOfficeCall.Command call) => office.TryAsync<LogOfficeCall>(o => o.ExecuteAsync(call, by, default));

    private static Task<Trial> FileAsync(DomainHost office, Actor by, Guid call, string reference) => office.TryAsync<FileOfficeCall>(o => o.ExecuteAsync(new(call, reference), by, default));

    private static Task<IReadOnlyList<OfficeCall>> OwedAsync(DomainHost office, Actor of) =>
        office.WithAsync<OfficeCallsQuery, IReadOnlyList<OfficeCall>>(q => q.OwedByAsync(of.Id!.Value, office.Clock.Today, default));

    private static Task<MyTurnPage> TurnAsync(DomainHost office, Actor of) => office.WithAsync<MyTurnQuery, MyTurnPage>(q => q.ReadAsync(of.Id!.Value, of, default));
}
