using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Inquiries;

/// <summary>An inquiry without a response stays overdue until the agency responds, and the agency gets follow-ups.</summary>
public sealed class OverdueTests
{
    [Theory, OnBoth]
    public async Task An_overdue_inquiry_stays_overdue_and_follow_ups_come_due_in_the_agencys_pattern(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        await PaceAsync(office, businessDays: 4, followUps: 3);
        var expected = (await office.Given.OpenInquiry(@case.Id)).ExpectedOn;
        office.Clock.GoTo(expected, 23);
        Assert.Equal(0, await office.SweepAsync<InquiryOverdueJob>());
        office.Clock.GoTo(expected.AddDays(1), 1);
        (await office.TrySweepAsync<InquiryOverdueJob>()).Did("InquiryOverdue");
        (await office.TrySweepAsync<InquiryOverdueJob>()).ChangedNothing();
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        // The expected date stays; only the next follow-up moves, by four business days across Thanksgiving.
        Assert.Equal((expected, new DateOnly(2026, 12, 2), 1), (inquiry.ExpectedOn, inquiry.FollowUpOn, inquiry.FollowUpsDue));
        Assert.Equal(office.Clock.Utc, inquiry.FollowUpDueSince);
        Assert.True(inquiry.IsOverdue(office.Clock.Today));
        Assert.Equal((CaseMove.FollowUp, Turn.Office), await StepAsync(office, @case, maria));
        Assert.Equal(expected, (await RowAsync(office)).AgencyLateSince);
        office.Clock.GoTo(inquiry.FollowUpOn, 9);
        await office.SweepAsync<InquiryOverdueJob>();
        Assert.Equal((2, expected), ((await office.Given.OpenInquiry(@case.Id)) is var now ? now.FollowUpsDue : 0, now.ExpectedOn));
    }

    [Theory, OnBoth]
    public async Task A_response_sets_the_next_due_date_and_ends_the_overdue_state(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await OverdueCaseAsync(office, maria);
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        await office.DoAsync<RecordResponse>(o => o.ExecuteAsync(
            new(@case.Id, inquiry.Id, ResponseKind.Acknowledgment, office.Clock.Today, "We have it.", Guid.CreateVersion7()), maria, default));
        inquiry = await office.Given.OpenInquiry(@case.Id);
        Assert.Equal((0, null, null), (inquiry.FollowUpsDue, inquiry.FollowUpDueSince, inquiry.EscalatedAt));
        Assert.True(inquiry.ExpectedOn > office.Clock.Today);
        Assert.Equal(inquiry.ExpectedOn.AddDays(1), inquiry.FollowUpOn);
        Assert.Null((await RowAsync(office)).AgencyLateSince);
    }

    [Theory, OnBoth]
    public async Task A_follow_up_is_recorded_once_and_returns_the_turn_to_the_agency(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await OverdueCaseAsync(office, maria);
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        var command = new FollowUpInquiry.Command(@case.Id, inquiry.Id, InquiryMethod.Phone, "Where is it?", Guid.CreateVersion7());
        (await office.TryAsync<FollowUpInquiry>(o => o.ExecuteAsync(command with { Body = " " }, maria, default)))
            .Refused("Enter what you asked the agency, in 10,000 characters or fewer.");
        (await office.TryAsync<FollowUpInquiry>(o => o.ExecuteAsync(command, maria, default))).Did("InquiryFollowedUp");
        (await office.TryAsync<FollowUpInquiry>(o => o.ExecuteAsync(command, maria, default))).ChangedNothing();
        var made = (await office.AllAsync<InquiryFollowUp>()).Single();
        Assert.Equal((maria.Id, false, InquiryMethod.Phone), (made.SentById, made.Escalation, made.Method));
        inquiry = await office.Given.OpenInquiry(@case.Id);
        Assert.Null(inquiry.FollowUpDueSince);
        Assert.Equal((CaseMove.RecordResponse, Turn.Agency), await StepAsync(office, @case, maria));
        // Still overdue: a follow-up is not a response.
        Assert.Equal(inquiry.ExpectedOn, (await RowAsync(office)).AgencyLateSince);
        await office.DoAsync<EndInquiry>(o => o.ExecuteAsync(new(@case.Id, inquiry.Id, "Solved.", Guid.CreateVersion7()), maria, default));
        (await office.TryAsync<FollowUpInquiry>(o => o.ExecuteAsync(command with { Key = Guid.CreateVersion7() }, maria, default)))
            .Refused("This inquiry has ended. Send a new one.");
    }

    [Theory, OnBoth]
    public async Task No_follow_up_is_sent_under_a_withdrawn_release(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await OverdueCaseAsync(office, maria);
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        await office.DoAsync<WithdrawRelease>(o => o.ExecuteAsync(inquiry.ReleaseId!.Value, Actor.Constituent(@case.Id), default));
        (await office.TryAsync<FollowUpInquiry>(o => o.ExecuteAsync(
            new(@case.Id, inquiry.Id, InquiryMethod.Phone, "Where is it?", Guid.CreateVersion7()), maria, default)))
            .Was<SendInquiry.ReleaseMissing>();
    }

    [Theory, OnBoth]
    public async Task After_the_last_follow_up_the_managers_are_notified_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        await office.Given.Staff(StaffRole.Administrator, "Otto");
        var @case = await office.Given.CaseWithAgency(maria);
        await PaceAsync(office, businessDays: 1, followUps: 2);
        for (var followUp = 1; followUp <= 2; followUp++)
        {
            await GoToFollowUpAsync(office, @case);
            (await office.TrySweepAsync<InquiryOverdueJob>()).Did("InquiryOverdue");
        }

        await GoToFollowUpAsync(office, @case);
        (await office.TrySweepAsync<InquiryOverdueJob>()).Did(["InquiryOverdue", "InquiryEscalated"], "InquiryEscalatedMail to olga@nunez.example.gov");
        Assert.True((await RowAsync(office)).Escalated);
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        (await office.TryAsync<FollowUpInquiry>(o => o.ExecuteAsync(
                new(@case.Id, inquiry.Id, InquiryMethod.Letter, "To the director.", Guid.CreateVersion7()), maria, default)))
            .Did("InquiryFollowedUp");
        // None of the follow-ups that came due was sent, so this is the first, whatever the calendar says.
        Assert.False((await office.AllAsync<InquiryFollowUp>()).Single().Escalation);
        Assert.Equal(2, (await office.Given.OpenInquiry(@case.Id)).FollowUpsMissed);
        Assert.True((await RowAsync(office)).FollowUpMissed);
        Assert.Contains("Follow-ups our office sent: 0.", await SentToOlgaAsync(office), StringComparison.Ordinal);
        await GoToFollowUpAsync(office, @case);
        (await office.TrySweepAsync<InquiryOverdueJob>()).Did("InquiryOverdue");
    }

    [Theory, OnBoth]
    public async Task Every_agency_has_a_follow_up_pattern_with_its_source(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        Assert.All(
            await office.AllAsync<Agency>(),
            a => Assert.True(a is { FollowUpDays: > 0, FollowUpsBeforeEscalation: > 0, FollowUpSource.Length: > 0 }, a.Code));
    }

    private static async Task<string> SentToOlgaAsync(DomainHost office)
    {
        await office.SweepAsync<MailDueJob>();
        return office.Mail.Sent.Last(m => m.To == "olga@nunez.example.gov").Text;
    }

    private static async Task<Case> OverdueCaseAsync(DomainHost office, Actor by)
    {
        var @case = await office.Given.CaseWithAgency(by);
        await GoToFollowUpAsync(office, @case);
        await office.SweepAsync<InquiryOverdueJob>();
        return @case;
    }

    private static async Task GoToFollowUpAsync(DomainHost office, Case @case) => office.Clock.GoTo((await office.Given.OpenInquiry(@case.Id)).FollowUpOn, 10);

    private static Task PaceAsync(DomainHost office, int businessDays, int followUps) => office.ReadAsync(async db =>
    {
        var agency = await db.Set<Agency>().SingleAsync(a => a.Code == "SSA");
        (agency.FollowUpDays, agency.FollowUpsBeforeEscalation) = (businessDays, followUps);
        return await db.SaveChangesAsync();
    });

    private static async Task<CaseQueueRow> RowAsync(DomainHost office) =>
        (await office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(new(QueueView.Open), null, null, default))).Rows.Single();

    private static async Task<(CaseMove, Turn)> StepAsync(DomainHost office, Case @case, Actor by)
    {
        var head = await office.WithAsync<CasePageHeaderQuery, CasePageHeader?>(v => v.ReadAsync(@case.Reference, by, "en", default));
        var sheet = await office.WithAsync<CasePageQuery, CasePage>(v => v.PageAsync(head!, default));
        return (sheet.Progress.Next.Move, sheet.Progress.Next.Turn);
    }
}
