using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Decisions;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Progress;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Decisions;

/// <summary>A caseworker asks, the Member or senior staff decide, and the caseworker carries it out.</summary>
public sealed class DecisionTests
{
    [Theory, OnBoth]
    public async Task A_question_reaches_the_managers_and_its_decision_the_caseworker(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var @case = await office.Given.CaseWithAgency(maria);
        var command = new AskForDecision.Command(@case.Id, null, DecisionBy.Member, "Should we call the director?", office.Clock.Today.AddDays(3), Guid.CreateVersion7());
        (await office.TryAsync<AskForDecision>(o => o.ExecuteAsync(command, maria, default))).Did("DecisionRequested", "DecisionRequestedMail to olga@nunez.example.gov");
        (await office.TryAsync<AskForDecision>(o => o.ExecuteAsync(command, maria, default))).ChangedNothing();
        Assert.Equal((CaseMove.Decide, command.Key), await StepAsync(office, @case));
        Assert.Equal("Should we call the director?", Assert.Single((await ListAsync(office, olga)).Questions).Decision.Question.Text);

        var decision = new MakeDecision.Command(@case.Id, command.Key, DecisionChoice.Call, "Ask for Ms. Ortiz.");
        (await office.TryAsync<MakeDecision>(o => o.ExecuteAsync(decision, maria, default))).NotPermitted(Permission.ApproveLetters);
        (await office.TryAsync<MakeDecision>(o => o.ExecuteAsync(decision, olga, default))).Did("DecisionMade", "DecisionMadeMail to maria@nunez.example.gov");
        (await office.TryAsync<MakeDecision>(o => o.ExecuteAsync(decision, olga, default))).ChangedNothing();
        (await office.TryAsync<MakeDecision>(o => o.ExecuteAsync(decision with { Choice = DecisionChoice.Stop }, olga, default)))
            .Refused("Someone else has already recorded a decision. Read it, and ask again if needed.");
        Assert.Equal((CaseMove.CarryOut, command.Key), await StepAsync(office, @case));
        Assert.Empty((await ListAsync(office, olga)).Questions);

        (await office.TryAsync<EndDecision>(o => o.ExecuteAsync(new(@case.Id, command.Key, null), maria, default))).Refused("There's a decision now. Read it first.");
        (await office.TryAsync<EndDecision>(o => o.ExecuteAsync(new(@case.Id, command.Key, DecisionChoice.Call), maria, default))).Did("DecisionEnded");
        (await office.TryAsync<EndDecision>(o => o.ExecuteAsync(new(@case.Id, command.Key, DecisionChoice.Call), maria, default))).ChangedNothing();
        Assert.Equal(CaseMove.RecordResponse, (await StepAsync(office, @case)).Move);
    }

    [Theory, OnBoth]
    public async Task Two_managers_at_once_record_one_decision(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var @case = await office.Given.CaseWithAgency(maria);
        var key = await AskAsync(office, @case, maria);
        var choices = Enum.GetValues<DecisionChoice>();
        var next = -1;
        var outcomes = await office.AtOnceAsync<MakeDecision>(
            choices.Length, o => o.ExecuteAsync(new(@case.Id, key, choices[Interlocked.Increment(ref next)], null), olga, default));
        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Single(await office.AllAsync<ActivityEntry>(), e => e.EventName == "DecisionMade");
    }

    [Theory, OnBoth]
    public async Task A_closed_case_asks_nothing_and_a_withdrawn_question_is_not_decided(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var @case = await office.Given.SignedCase(maria);
        var key = await AskAsync(office, @case, maria);
        var jo = await office.Given.Staff(StaffRole.Caseworker, "Jo");
        (await office.TryAsync<EndDecision>(o => o.ExecuteAsync(new(@case.Id, key, null), jo, default))).Refused("Only the person who asked, or a manager, can withdraw the question.");
        await office.DoAsync<EndDecision>(o => o.ExecuteAsync(new(@case.Id, key, null), maria, default));
        (await office.TryAsync<MakeDecision>(o => o.ExecuteAsync(new(@case.Id, key, DecisionChoice.GoOn, null), olga, default)))
            .Refused("The caseworker no longer needs this decision.");
        key = await AskAsync(office, @case, maria);
        await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.DecisionExplained, "Goodbye."), maria, default));
        Assert.Empty((await ListAsync(office, olga)).Questions);
        Assert.NotNull((await office.NowAsync<Decision>(key)).EndedAt);
        (await office.TryAsync<MakeDecision>(o => o.ExecuteAsync(new(@case.Id, key, DecisionChoice.GoOn, null), olga, default))).Refused("This case is closed. Reopen it first.");
        (await office.TryAsync<AskForDecision>(o => o.ExecuteAsync(
            new(@case.Id, null, DecisionBy.SeniorStaff, "And now?", office.Clock.Today, Guid.CreateVersion7()), maria, default))).Refused("This case is closed. Reopen it first.");
    }

    internal static async Task<Guid> AskAsync(DomainHost office, Case @case, Actor by, Guid? inquiry = null)
    {
        var key = Guid.CreateVersion7();
        await office.DoAsync<AskForDecision>(o => o.ExecuteAsync(
            new(@case.Id, null, DecisionBy.Member, "Write to the director?", office.Clock.Today, key) { InquiryId = inquiry }, by, default));
        return key;
    }

    private static Task<AttentionList> ListAsync(DomainHost office, Actor reader) => office.WithAsync<AttentionQuery, AttentionList>(q => q.ReadAsync(reader, default));

    private static async Task<(CaseMove Move, Guid? Decision)> StepAsync(DomainHost office, Case @case)
    {
        var now = await office.NowAsync<Case>(@case.Id);
        var next = (await office.WithAsync<ProgressQuery, CaseProgress>(q => q.ReadAsync(now, default))).Next;
        return (next.Move, next.DecisionId);
    }
}
