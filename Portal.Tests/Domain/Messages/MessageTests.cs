using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Messages;

/// <summary>Messages in both directions, notes, and requests for information.</summary>
public sealed class MessageTests
{
    private const string News = "NewMessageMail to " + Answers.Email;

    [Theory, OnBoth]
    public async Task A_message_from_the_office_restarts_the_update_interval(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        var command = new SendMessage.Command(@case.Id, @case.Version, "We are on it.", Guid.CreateVersion7());
        var did = (await office.TryAsync<SendMessage>(o => o.ExecuteAsync(command, maria, default))).Did("MessageSent", News);
        Assert.DoesNotContain("on it", did.NewMails[0].Payload, StringComparison.Ordinal);
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((null, new DateOnly(2026, 12, 18)), (now.UnansweredSince, now.PromisedOn));
        (await office.TryAsync<SendMessage>(o => o.ExecuteAsync(command, maria, default))).ChangedNothing();
        (await office.TryAsync<SendMessage>(o => o.ExecuteAsync(command with { Version = null, Key = Guid.CreateVersion7() }, maria, default)))
            .ChangedNothing();
        foreach (var body in new[] { " ", new string('x', Message.MaxLength + 1) })
            (await office.TryAsync<SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, body, Guid.CreateVersion7()), maria, default)))
                .Refused("Enter a message of 10,000 characters or fewer.");
    }

    [Theory, OnBoth]
    public async Task Reusing_a_message_key_gives_no_access_without_permission(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var intern = await office.Given.Staff(StaffRole.Intern, "Ian");
        var @case = await office.Given.SignedCase(maria);
        var command = new SendMessage.Command(@case.Id, null, "We are on it.", Guid.CreateVersion7());
        await office.DoAsync<SendMessage>(o => o.ExecuteAsync(command, maria, default));
        (await office.TryAsync<SendMessage>(o => o.ExecuteAsync(command, intern, default))).NotPermitted(Permission.MessageConstituents);
    }

    [Theory, OnBoth]
    public async Task A_constituent_can_write_to_a_closed_case_and_staff_see_since_when(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.ClosedCase(maria);
        var first = office.Clock.Utc;
        var command = new PostMessage.Command(@case.Id, "It did not come after all.", Guid.CreateVersion7());
        (await office.TryAsync<PostMessage>(o => o.ExecuteAsync(command, Actor.Constituent(@case.Id), default))).Did("MessageReceived");
        (await office.TryAsync<PostMessage>(o => o.ExecuteAsync(command, Actor.Constituent(@case.Id), default))).ChangedNothing();
        office.Clock.Advance(TimeSpan.FromHours(1));
        await office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(@case.Id, "Hello?", Guid.CreateVersion7()), Actor.Constituent(@case.Id), default));
        Assert.Equal(first, (await office.NowAsync<Case>(@case.Id)).UnansweredSince);
        (await office.TryAsync<PostMessage>(o => o.ExecuteAsync(new(@case.Id, "", Guid.CreateVersion7()), Actor.Constituent(@case.Id), default)))
            .Refused("Enter a message of 10,000 characters or fewer.");
    }

    [Theory, OnBoth]
    public async Task A_mention_of_self_harm_raises_the_safety_alert_and_notifies_the_caseworker(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var @case = await office.Given.AcceptedCase(maria);
        Assert.Null(@case.Danger);
        var command = new PostMessage.Command(@case.Id, "If this goes on I want to die.", Guid.CreateVersion7());
        var did = (await office.TryAsync<PostMessage>(o => o.ExecuteAsync(command, Actor.Constituent(@case.Id), default)))
            .Did(["MessageReceived", "SafetyAlertRaised"], "SafetyAlertRaisedMail to maria@nunez.example.gov");
        Assert.DoesNotContain("die", did.NewMails[0].Payload, StringComparison.Ordinal);
        Assert.Equal(SafetyKind.SelfHarm, (await office.NowAsync<Case>(@case.Id)).Danger);
        (await office.TryAsync<PostMessage>(o => o.ExecuteAsync(command, Actor.Constituent(@case.Id), default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task The_managers_are_notified_when_the_caseworker_is_away_or_the_case_is_unassigned(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var away = await office.Given.Staff(StaffRole.Caseworker, "Maria", absentFrom: office.Clock.Today);
        foreach (var @case in new[] { await office.Given.SubmittedCase(), await office.Given.ClosedCase(away) })
            (await office.TryAsync<PostMessage>(o => o.ExecuteAsync(
                new(@case.Id, "Quiero morir.", Guid.CreateVersion7()), Actor.Constituent(@case.Id), default)))
                .Did(["MessageReceived", "SafetyAlertRaised"], "SafetyAlertRaisedMail to olga@nunez.example.gov");
    }

    [Theory, OnBoth]
    public async Task A_message_on_a_closed_case_sets_no_next_update(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.ClosedCase(maria);
        await office.DoAsync<SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, "One more thing.", Guid.CreateVersion7()), maria, default));
        Assert.Null((await office.NowAsync<Case>(@case.Id)).PromisedOn);
    }

    [Theory, OnBoth]
    public async Task A_note_sent_twice_is_stored_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var intern = await office.Given.Staff(StaffRole.Intern, "Ian");
        var @case = await office.Given.SubmittedCase();
        var command = new WriteNote.Command(@case.Id, "She called.", Guid.CreateVersion7());
        (await office.TryAsync<WriteNote>(o => o.ExecuteAsync(command, intern, default))).Did("NoteWritten");
        (await office.TryAsync<WriteNote>(o => o.ExecuteAsync(command, intern, default))).ChangedNothing();
        (await office.TryAsync<WriteNote>(o => o.ExecuteAsync(command with { Body = "\n", Key = Guid.CreateVersion7() }, intern, default)))
            .Refused("Enter a note of 10,000 characters or fewer.");
        Assert.Equal(intern.Id, (await office.AllAsync<CaseNote>()).Single().AuthorId);
    }

    [Theory, OnBoth]
    public async Task A_request_for_information_waits_for_the_constituent_until_answered(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        var command = new RequestInformation.Command(@case.Id, @case.Version, "A bank statement", office.Clock.Today.AddDays(7), Guid.CreateVersion7());
        (await office.TryAsync<RequestInformation>(o => o.ExecuteAsync(command, maria, default)))
            .Did("InformationRequested", "InformationRequestedMail to " + Answers.Email);
        (await office.TryAsync<RequestInformation>(o => o.ExecuteAsync(command, maria, default))).ChangedNothing();
        Assert.True((await office.ProgressAsync(@case.Id)).IsTurnOf(Turn.Constituent));
        var second = await office.Given.Request(@case, maria);
        (await office.TryAsync<EndInformationRequest>(o => o.ExecuteAsync(new(@case.Id, command.Key), Actor.Constituent(@case.Id), default)))
            .Did("InformationProvided");
        Assert.True((await office.ProgressAsync(@case.Id)).IsTurnOf(Turn.Constituent));
        (await office.TryAsync<EndInformationRequest>(o => o.ExecuteAsync(new(@case.Id, second), maria, default))).Did("InformationRequestCanceled");
        Assert.True((await office.ProgressAsync(@case.Id)).IsTurnOf(Turn.Office));
        (await office.TryAsync<EndInformationRequest>(o => o.ExecuteAsync(new(@case.Id, second), maria, default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task After_the_last_open_request_the_next_step_is_to_pass_on_the_agency_response(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        await office.DoAsync<RecordResponse>(o => o.ExecuteAsync(
            new(@case.Id, inquiry.Id, ResponseKind.Final, office.Clock.Today, "No.", Guid.CreateVersion7()), maria, default));
        await AskAndProvideAsync();
        Assert.Equal(CaseStatus.AgencyReplied, (await office.NowAsync<Case>(@case.Id)).Status);
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.DoAsync<SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, "They said no.", Guid.CreateVersion7()), maria, default));
        await AskAndProvideAsync();
        Assert.Equal(CaseStatus.AgencyReplied, (await office.NowAsync<Case>(@case.Id)).Status);
        Assert.Null((await office.NowAsync<Case>(@case.Id)).AnswerUntoldSince);

        async Task AskAndProvideAsync()
        {
            var request = await office.Given.Request(@case, maria);
            Assert.True((await office.ProgressAsync(@case.Id)).IsTurnOf(Turn.Constituent));
            await office.DoAsync<EndInformationRequest>(o => o.ExecuteAsync(new(@case.Id, request), Actor.Constituent(@case.Id), default));
        }
    }

    [Theory, OnBoth]
    public async Task Invalid_requests_for_information_are_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        async Task<Trial> AskAsync(string what, int days) =>
            await office.TryAsync<RequestInformation>(o => o.ExecuteAsync(
                new(@case.Id, null, what, office.Clock.Today.AddDays(days), Guid.CreateVersion7()), maria, default));
        (await AskAsync("", 5)).Refused("Enter what you need, in 2,000 characters or fewer.");
        (await AskAsync(new string('x', 2001), 5)).Refused("Enter what you need, in 2,000 characters or fewer.");
        (await AskAsync("A letter", 0)).Refused("Choose a date after today.");
        (await AskAsync("A letter", 3660)).Refused("Choose a date within the next year.");
        await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.NoAnswer, "Write again."), maria, default));
        (await AskAsync("A letter", 5)).Refused("This case is closed. Reopen it first.");
    }

    [Theory, OnBoth]
    public async Task No_reminder_is_sent_on_the_day_of_the_request(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        office.Clock.GoTo(0, 9);
        await office.Given.Request(await office.Given.SignedCase(maria), maria, dueInDays: 1);
        office.Clock.Advance(TimeSpan.FromHours(1));
        (await office.TrySweepAsync<InformationRequestDueJob>()).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task One_reminder_is_sent_two_days_before_the_due_date_in_office_hours(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Request(@case, maria, dueInDays: 7);
        office.Clock.GoTo(4, 12);
        Assert.Equal(0, await office.SweepAsync<InformationRequestDueJob>());
        office.Clock.GoTo(1, 3);
        Assert.Equal(0, await office.SweepAsync<InformationRequestDueJob>());
        office.Clock.GoTo(0, 9);
        (await office.TrySweepAsync<InformationRequestDueJob>()).Did("InformationReminderSent", "InformationReminderMail to " + Answers.Email);
        (await office.TrySweepAsync<InformationRequestDueJob>()).ChangedNothing();
    }
}
