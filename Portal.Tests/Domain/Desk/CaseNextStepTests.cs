using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Desk;

/// <summary>The case page names the single step that moves a case forward.</summary>
public sealed class CaseNextStepTests
{
    [Theory, OnBoth]
    public async Task The_next_step_follows_a_case_from_start_to_end(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var by = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        Assert.Equal((CaseMove.Accept, Turn.Office), await StepAsync(office, @case, by));

        await office.DoAsync<AcceptCase>(o => o.ExecuteAsync(new(@case.Id, null), by, default));
        Assert.Equal((CaseMove.Remind, Turn.Constituent), await StepAsync(office, @case, by));

        office.Clock.GoTo(29, 12);
        Assert.Equal((CaseMove.Remind, Turn.Constituent), await StepAsync(office, @case, by));
        office.Clock.GoTo(1, 12);
        Assert.Equal((CaseMove.Close, Turn.Office), await StepAsync(office, @case, by));
        await office.DoAsync<SetUpOffice>(o => o.ExecuteAsync(new() { ReleaseCloseDays = 0 }, Actor.System("setup"), default));
        Assert.Equal((CaseMove.Remind, Turn.Constituent), await StepAsync(office, @case, by));

        await office.Given.Signature(@case.Id);
        Assert.Equal((CaseMove.Inquire, Turn.Office), await StepAsync(office, @case, by));

        await office.DoAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), by, default));
        Assert.Equal((CaseMove.RecordResponse, Turn.Agency), await StepAsync(office, @case, by));
        office.Clock.GoTo(60, 12);
        Assert.Equal((CaseMove.FollowUp, Turn.Office), await StepAsync(office, @case, by));

        var inquiry = await office.Given.OpenInquiry(@case.Id);
        await office.DoAsync<RecordResponse>(o => o.ExecuteAsync(
            new(@case.Id, inquiry.Id, ResponseKind.Final, office.Clock.Today, "Paid.", Guid.CreateVersion7()), by, default));
        Assert.Equal((CaseMove.Write, Turn.Office), await StepAsync(office, @case, by));

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.DoAsync<Portal.Domain.Messages.SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, "They paid.", Guid.CreateVersion7()), by, default));
        Assert.Equal((CaseMove.Close, Turn.Office), await StepAsync(office, @case, by));

        await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.ResolvedInFavor, "Done."), by, default));
        Assert.Equal((CaseMove.None, Turn.Nobody), await StepAsync(office, @case, by));

        await office.DoAsync<Portal.Domain.Messages.PostMessage>(o => o.ExecuteAsync(
            new(@case.Id, "Not done!", Guid.CreateVersion7()), Actor.Constituent(@case.Id), default));
        Assert.Equal((CaseMove.Reopen, Turn.Office), await StepAsync(office, @case, by));

        // The answer from before doesn't stand in the way of asking again.
        await office.DoAsync<ReopenCase>(o => o.ExecuteAsync(new(@case.Id, null), by, default));
        await office.DoAsync<MarkAsRead>(o => o.ExecuteAsync(new(@case.Id, null, null), by, default));
        Assert.Equal((CaseMove.AskForRelease, Turn.Office), await StepAsync(office, @case, by));
        Assert.Equal(AgencyStage.InReview, (await office.ProgressAsync(@case.Id)).Agencies[0].Stage);
    }

    [Theory, OnBoth]
    public async Task With_two_agencies_an_answer_is_told_while_the_other_is_still_awaited(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var by = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(by);
        await office.DoAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, "VA"), by, default));
        Assert.Equal((CaseMove.Remind, Turn.Constituent), await StepAsync(office, @case, by));
        await office.Given.Signature(@case.Id);
        Assert.Equal((CaseMove.Inquire, Turn.Office), await StepAsync(office, @case, by));
        await office.DoAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case, agency: "VA"), by, default));
        Assert.Equal((CaseMove.RecordResponse, Turn.Agency), await StepAsync(office, @case, by));

        var denied = (await office.AllAsync<AgencyInquiry>()).Single(i => i.AgencyCode == "VA");
        await office.DoAsync<RecordResponse>(o => o.ExecuteAsync(
            new(@case.Id, denied.Id, ResponseKind.Final, office.Clock.Today, "Denied.", Guid.CreateVersion7()), by, default));
        var progress = await office.ProgressAsync(@case.Id);
        Assert.Equal((CaseMove.Write, "VA"), (progress.Next.Move, progress.Next.Arguments[0]));
        Assert.Equal([("SSA", AgencyStage.WithAgency, Turn.Agency), ("VA", AgencyStage.Answered, Turn.Office)], progress.Agencies.Select(a => (a.AgencyCode!, a.Stage, a.Turn)));
        var queue = await office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(new(QueueView.Answered), by.Id, null, default));
        Assert.NotNull(Assert.Single(queue.Rows).AnswerUntoldSince);

        // The regular update says both, and the mail tells of the answer.
        office.Clock.GoTo((await office.NowAsync<Case>(@case.Id)).PromisedOn!.Value, 15);
        (await office.TrySweepAsync<Portal.Domain.Updates.UpdateDueJob>()).Did("ScheduledUpdateSent", "AgencyAnsweredMail to " + Answers.Email);
        var update = (await office.AllAsync<Portal.Domain.Messages.Message>()).MaxBy(m => m.SentAt)!.Body.Text;
        Assert.Contains("We contacted the Social Security Administration on", update, StringComparison.Ordinal);
        Assert.Contains("The Department of Veterans Affairs answered on", update, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Changes_made_after_a_form_was_shown_are_listed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var by = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(by);
        var head = await HeaderAsync(office, @case, by);
        office.Clock.Advance(TimeSpan.FromMinutes(3));
        await office.DoAsync<ChangePriority>(o => o.ExecuteAsync(new(@case.Id, null, Priority.P0), by, default));
        var since = await office.WithAsync<Timeline, IReadOnlyList<TimelineEntry>>(t => t.SinceAsync(@case.Id, head.Seen, "en", head.Names, default));
        Assert.Equal("Priority changed from P3 to P0.", Assert.Single(since).Text);
        Assert.Equal("Maria", since[0].By);
    }

    [Theory, OnBoth]
    public async Task A_case_cannot_be_read_without_permission(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        Assert.Null(await office.WithAsync<CasePageHeaderQuery, CasePageHeader?>(
            v => v.ReadAsync(@case.Reference, Actor.Constituent(@case.Id), "en", default)));
    }

    [Theory, OnBoth]
    public async Task Revealing_masked_text_needs_permission_and_is_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (by, intern) = (await office.Given.Caseworker(), await office.Given.Staff(StaffRole.Intern, "Ivo"));
        var @case = await office.Given.SubmittedCase();
        RevealText.Command command = new(@case.Id, "WhatHappened");
        Assert.IsType<Portal.Domain.Platform.Outcome.NotPermitted>(
            await office.WithAsync<RevealText, Portal.Domain.Platform.Outcome>(o => o.ExecuteAsync(command, intern, default)));
        Assert.Equal(
            "My payment of October did not come.",
            Assert.IsType<RevealIdentifier.Revealed>(await office.DoAsync<RevealText>(o => o.ExecuteAsync(command, by, default))).Value);
        Assert.IsType<Portal.Domain.Platform.Outcome.NotFound>(
            await office.WithAsync<RevealText, Portal.Domain.Platform.Outcome>(o => o.ExecuteAsync(command with { Name = "Nothing" }, by, default)));
    }

    private static async Task<CasePageHeader> HeaderAsync(DomainHost office, Case @case, Actor by) =>
        await office.WithAsync<CasePageHeaderQuery, CasePageHeader?>(v => v.ReadAsync(@case.Reference, by, "en", default))
        ?? throw new InvalidOperationException("No case.");

    private static async Task<(CaseMove, Turn)> StepAsync(DomainHost office, Case @case, Actor by)
    {
        var head = await HeaderAsync(office, @case, by);
        var sheet = await office.WithAsync<CasePageQuery, CasePage>(v => v.PageAsync(head, default));
        return (sheet.Progress.Next.Move, sheet.Progress.Next.Turn);
    }
}
