using Portal.Domain.Cases;
using Portal.Domain.Intake;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Progress;
using Portal.Domain.Updates;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Updates;

/// <summary>Someone whom email doesn't reach hears from us only if a person calls or mails a letter. Until then, the update stays due.</summary>
public sealed class OutOfReachTests
{
    [Theory, OnBoth]
    public async Task An_automatic_update_is_no_update_for_someone_without_an_email_address(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await CallerAsync(office, maria);
        var promised = @case.PromisedOn!.Value;
        office.Clock.GoTo(promised.AddDays(-6), 10);
        Assert.DoesNotContain((await office.ProgressAsync(@case.Id)).Steps, s => s.Move == CaseMove.CallBack);

        // Shown some days ahead, and every day until it's done.
        office.Clock.GoTo(promised.AddDays(-3), 10);
        Assert.Equal((DueGroup.Week, promised), await TurnAsync(office, maria));
        office.Clock.GoTo(promised, 15);
        (await office.TrySweepAsync<UpdateDueJob>()).ChangedNothing();
        office.Clock.GoTo(promised.AddDays(40), 15);
        (await office.TrySweepAsync<UpdateDueJob>()).ChangedNothing();
        Assert.Equal((DueGroup.Late, promised), await TurnAsync(office, maria));
    }

    [Theory, OnBoth]
    public async Task Talking_to_the_person_is_an_update(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await CallerAsync(office, maria);
        var promised = @case.PromisedOn!.Value;
        office.Clock.GoTo(promised, 10);
        Task CallAsync(CallDirection direction, string? with = null) =>
            office.DoAsync<LogCall>(o => o.ExecuteAsync(new(@case.Id, direction, "What was said.", Guid.CreateVersion7()) { With = with }, maria, default));
        await CallAsync(CallDirection.Missed);
        await CallAsync(CallDirection.Out, with: "Her landlord");
        Assert.Equal((promised, promised), await DatesAsync(office, @case.Id));
        await CallAsync(CallDirection.Out);
        var next = UpdatePromise.Next(new(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), new HashSet<DateOnly>()), office.Clock.Utc, 30);
        Assert.Equal((next, next), await DatesAsync(office, @case.Id));
        Assert.DoesNotContain((await office.ProgressAsync(@case.Id)).Steps, s => s.Move == CaseMove.CallBack);
    }

    [Theory, OnBoth]
    public async Task A_call_before_anyone_accepted_the_request_does_not_put_it_off_for_a_month(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        office.Clock.GoTo(1, 10);
        await office.DoAsync<LogCall>(o => o.ExecuteAsync(new(@case.Id, CallDirection.In, "She asks for news.", Guid.CreateVersion7()), maria, default));
        Assert.InRange((await office.NowAsync<Case>(@case.Id)).PromisedOn!.Value.DayNumber - office.Clock.Today.DayNumber, 5, 9);
    }

    [Theory, OnBoth]
    public async Task A_message_counts_once_staff_mailed_it_or_read_it_to_them(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await CallerAsync(office, maria);
        var promised = @case.PromisedOn!.Value;
        var message = new SendMessage.Command(@case.Id, null, "Here is the news.", Guid.CreateVersion7());
        (await office.TryAsync<SendMessage>(o => o.ExecuteAsync(message, maria, default))).Did("MessageSent");
        Assert.Equal((promised, promised), await DatesAsync(office, @case.Id));
        var mailed = message with { Body = "Here is more.", Key = Guid.CreateVersion7(), IsBroughtByHand = true };
        (await office.TryAsync<SendMessage>(o => o.ExecuteAsync(mailed, maria, default))).Did("MessageSent");
        Assert.True((await office.NowAsync<Case>(@case.Id)).UpdateDueOn > promised);
    }

    [Theory, OnBoth]
    public async Task An_update_that_no_mailbox_takes_stays_due_for_staff(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var promised = @case.PromisedOn!.Value;
        office.Mail.Refuses = Answers.Email;
        await office.SweepAsync<MailDueJob>();
        Assert.Equal(office.Clock.Today, (await office.ProgressAsync(@case.Id)).Steps.Single(s => s.Move == CaseMove.CorrectContact).DueOn);
        office.Clock.GoTo(promised, 15);
        (await office.TrySweepAsync<UpdateDueJob>()).Did("ScheduledUpdateSent", "NoNewsYetMail to " + Answers.Email);
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((promised, true), (now.UpdateDueOn, now.IsUpdateMissed));
        Assert.True(now.PromisedOn > promised);
    }

    // Somebody called who has no email address; the case is accepted and waits for the agency.
    private static async Task<Case> CallerAsync(DomainHost office, Actor by)
    {
        var answers = Answers.Complete();
        var command = new OpenCase.Command(Guid.CreateVersion7(), Door.Telephone, answers with { Person = answers.Person with { Email = null } }) { Takes = true };
        await office.DoAsync<OpenCase>(o => o.ExecuteAsync(command, by, default));
        await office.DoAsync<ConfirmRequest>(o => o.ExecuteAsync(new(command.Key, ConfirmedHow.Counter), by, default));
        await office.DoAsync<ChangeUpdateInterval>(o => o.ExecuteAsync(new(command.Key, null, 30), by, default));
        return await office.NowAsync<Case>(command.Key);
    }

    private static async Task<(DueGroup Group, DateOnly? DueOn)> TurnAsync(DomainHost office, Actor of)
    {
        var row = Assert.Single((await office.WithAsync<MyTurnQuery, MyTurnPage>(q => q.ReadAsync(of.Id!.Value, of, default))).Rows);
        Assert.Contains(row.Progress.Steps, s => s is { Move: CaseMove.CallBack, Turn: Turn.Office, Arguments: [DateOnly] });
        return (row.Group, row.DueOn);
    }

    private static async Task<(DateOnly?, DateOnly?)> DatesAsync(DomainHost office, Guid id) =>
        await office.NowAsync<Case>(id) is var @case ? (@case.PromisedOn, @case.UpdateDueOn) : default;
}
