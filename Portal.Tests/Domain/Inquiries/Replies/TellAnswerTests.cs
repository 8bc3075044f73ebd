using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Inquiries.Replies;

/// <summary>An answer is recorded with its document and deadlines, and the constituent is told with it or later.</summary>
public sealed class TellAnswerTests
{
    private const string Told = "NewMessageMail to " + Answers.Email;
    private const string Answered = "AgencyAnsweredMail to " + Answers.Email;
    private static readonly AnswerDeadline Appeal = new("Ask for reconsideration", "Pedir una reconsideración", new(2027, 1, 19)) { PeriodCode = "ssa-reconsideration", StartsOn = new(2026, 11, 18) };

    [Theory, OnBoth]
    public async Task Told_right_away_the_constituent_gets_one_email_the_letter_and_the_deadline(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var letter = await LetterAsync(office, @case, maria);
        Assert.False((await office.NowAsync<Document>(letter)).IsForConstituent);
        Assert.IsType<Outcome.NotFound>(await office.WithAsync<OpenDocument, Outcome>(o => o.ExecuteAsync(@case.Id, letter, Actor.Constituent(@case.Id), default)));

        var command = await CommandAsync(office, @case) with { DocumentId = letter, Deadlines = [Appeal], Words = "SSA said no.", Encloses = true, Result = AnswerResult.Denied };
        (await office.TryAsync<RecordResponse>(o => o.ExecuteAsync(command, maria, default)))
            .Did(["FinalResponseReceived", "DeadlineStarted", "MessageSent"], Told);
        (await office.TryAsync<RecordResponse>(o => o.ExecuteAsync(command, maria, default))).ChangedNothing();
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((CaseStatus.AgencyReplied, null), (now.Status, now.AnswerUntoldSince));
        Assert.True((await office.NowAsync<Document>(letter)).IsForConstituent);
        Assert.True((await office.WithAsync<OpenDocument, Outcome>(o => o.ExecuteAsync(@case.Id, letter, Actor.Constituent(@case.Id), default))).Succeeded);
        Assert.Equal(("SSA said no.", new DateOnly(2027, 1, 19)), ((await office.AllAsync<Message>()).Single().Body.Text, (await office.AllAsync<RunningDeadline>()).Single().LastDay));
    }

    [Theory, OnBoth]
    public async Task Told_later_the_answer_stays_untold(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        (await office.TryAsync<RecordResponse>(async o => await o.ExecuteAsync(await CommandAsync(office, @case) with { Deadlines = [Appeal] }, maria, default)))
            .Did(["FinalResponseReceived", "DeadlineStarted"], Answered);
        Assert.NotNull((await office.NowAsync<Case>(@case.Id)).AnswerUntoldSince);
    }

    [Theory, OnBoth]
    public async Task Words_with_an_empty_field_are_not_sent(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var refused = (await office.TryAsync<RecordResponse>(async o => await o.ExecuteAsync(
            await CommandAsync(office, @case) with { Words = "SSA answered on {letter date}. {result}" }, maria, default))).Was<Outcome.Refused>();
        Assert.Equal("{letter date}, {result}", Assert.Single(refused.Arguments));
    }

    [Theory, OnBoth]
    public async Task A_deadline_is_reminded_three_times_and_survives_closing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        await office.DoAsync<RecordResponse>(async o => await o.ExecuteAsync(
            await CommandAsync(office, @case) with { Deadlines = [Appeal], Words = "SSA said no." }, maria, default));
        await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.DecisionExplained, "Goodbye."), maria, default));
        var reminded = new List<DateOnly>();
        for (var day = office.Clock.Today; day <= Appeal.LastDay.AddDays(3); day = day.AddDays(1))
        {
            office.Clock.GoTo(day, 10);
            if (await office.SweepAsync<DeadlineNearJob>() > 0)
                reminded.Add(day);
        }

        // January 17 is a Sunday and January 18 a holiday, so the last reminder goes out on the Friday before.
        Assert.Equal([new(2027, 1, 5), new(2027, 1, 12), new(2027, 1, 15)], reminded);
    }

    [Theory, OnBoth]
    public async Task Staff_are_asked_to_call_where_nobody_can_be_emailed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        await office.DoAsync<RecordResponse>(async o => await o.ExecuteAsync(
            await CommandAsync(office, @case) with { Deadlines = [Appeal], Words = "SSA said no." }, maria, default));
        await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.Deceased, "We are sorry."), maria, default));
        office.Clock.GoTo(new DateOnly(2027, 1, 5), 10);
        (await office.TrySweepAsync<DeadlineNearJob>()).Did("DeadlineCallNeeded", "DeadlineCallMail to maria@nunez.example.gov");
        (await office.TrySweepAsync<DeadlineNearJob>()).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task An_ended_deadline_reminds_no_one(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        await office.DoAsync<RecordResponse>(async o => await o.ExecuteAsync(await CommandAsync(office, @case) with { Deadlines = [Appeal] }, maria, default));
        var deadline = (await office.AllAsync<RunningDeadline>()).Single().Id;
        (await office.TryAsync<EndDeadline>(o => o.ExecuteAsync(@case.Id, deadline, maria, default))).Did("DeadlineEnded");
        (await office.TryAsync<EndDeadline>(o => o.ExecuteAsync(@case.Id, deadline, maria, default))).ChangedNothing();
        office.Clock.GoTo(new DateOnly(2027, 1, 12), 10);
        Assert.Equal(0, await office.SweepAsync<DeadlineNearJob>());
    }

    private static async Task<RecordResponse.Command> CommandAsync(DomainHost office, Case @case) => new(
        @case.Id, (await office.Given.OpenInquiry(@case.Id)).Id, ResponseKind.Final, office.Clock.Today, "They said no.", Guid.CreateVersion7());

    private static async Task<Guid> LetterAsync(DomainHost office, Case @case, Actor by)
    {
        var added = (AddDocument.Added)await office.DoAsync<AddDocument>(o => o.ExecuteAsync(
            new(@case.Id, "answer.pdf", new MemoryStream(Sample.PlainPdf())) { As = new(DocumentKind.AgencyLetter, null, false) }, by, default));
        await office.SweepAsync<DocumentPendingJob>();
        return added.DocumentId;
    }
}
