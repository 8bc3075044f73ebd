using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Inquiries;

/// <summary>Inquiries to agencies and the agencies' responses.</summary>
public sealed class InquiryTests
{
    private const string Contacted = "AgencyContactedMail to " + Answers.Email;
    private const string Answered = "AgencyAnsweredMail to " + Answers.Email;

    [Theory, OnBoth]
    public async Task An_inquiry_under_a_signed_release_is_sent_and_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        var command = Given.Inquiry(@case, @case.Version);
        (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(command, maria, default))).Did("InquirySent", Contacted);
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        Assert.Equal(
            ((await office.Given.Release(@case.Id)).Id, null, maria.Id),
            (inquiry.ReleaseId!.Value, inquiry.ExceptionCitation, (Guid?)inquiry.SentById));
        // Five business days later, across a weekend and Thanksgiving.
        Assert.Equal(new DateOnly(2026, 11, 25), inquiry.ExpectedOn);
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((CaseStatus.WithAgency, Turn.Agency, new DateOnly(2026, 12, 18)), (now.Status, (await office.ProgressAsync(@case.Id)).Turn, now.PromisedOn));
        (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(command, maria, default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task A_double_click_sends_one_inquiry(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        var command = Given.Inquiry(@case, @case.Version);
        var outcomes = await office.AtOnceAsync<SendInquiry>(4, o => o.ExecuteAsync(command, maria, default));
        Assert.All(outcomes, o => Assert.True(o.Succeeded || o is Outcome.Stale));
        Assert.Single(await office.AllAsync<AgencyInquiry>());
        Assert.Single(await office.AllAsync<Portal.Domain.Platform.Activity.ActivityEntry>(), e => e.EventName == "InquirySent");
    }

    [Theory, OnBoth]
    public async Task Without_a_release_the_refusal_says_what_is_missing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        async Task<string> MissingAsync(string agency) =>
            (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case, agency: agency), maria, default)))
                .Was<SendInquiry.ReleaseMissing>().Missing.Problem;
        Assert.Equal("The privacy release for {0} hasn't been signed yet.", await MissingAsync("SSA"));
        Assert.Equal("No privacy release for {0} is signed or requested.", await MissingAsync("IRS"));
    }

    [Theory, OnBoth]
    public async Task An_exception_must_be_recorded_for_that_agency(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        (await office.TryAsync<RecordException>(o => o.ExecuteAsync(new(@case.Id, null, "VA", true), maria, default)))
            .Refused("We have no exception for {0}. A signed release is required.");
        (await office.TryAsync<RecordException>(o => o.ExecuteAsync(new(@case.Id, null, "SSA", false), maria, default)))
            .Refused("Confirm that the exception's condition is met.");
        (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default))).Was<SendInquiry.ReleaseMissing>();
        (await office.TryAsync<RecordException>(o => o.ExecuteAsync(new(@case.Id, null, "SSA", true), maria, default))).Did("ExceptionRecorded");
        (await office.TryAsync<RecordException>(o => o.ExecuteAsync(new(@case.Id, null, "SSA", true), maria, default))).ChangedNothing();
        (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default))).Did("InquirySent", Contacted);
        Assert.StartsWith("5 USC 552a(b)(3)", (await office.Given.OpenInquiry(@case.Id)).ExceptionCitation, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Invalid_inquiries_are_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        async Task<Trial> SendAsync(SendInquiry.Command command) => await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(command, maria, default));
        foreach (var summary in new[] { " ", new string('x', SendInquiry.MaxLength + 1) })
            (await SendAsync(Given.Inquiry(@case) with { Summary = summary })).Refused("Enter what you asked the agency, in 10,000 characters or fewer.");
        (await SendAsync(Given.Inquiry(@case, agency: "XYZ"))).Refused("Choose an agency from the list.");
        (await SendAsync(Given.Inquiry(@case, agency: "NONE"))).Refused("This isn't a federal agency. Refer the case instead.");
        await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.InformationGiven, "Done."), maria, default));
        (await SendAsync(Given.Inquiry(@case))).Refused("This case is closed. Reopen it first.");
    }

    [Theory]
    [OnBoth(ResponseKind.Acknowledgment, "InquiryAcknowledged", CaseStatus.WithAgency)]
    [OnBoth(ResponseKind.Interim, "InterimResponseReceived", CaseStatus.WithAgency)]
    [OnBoth(ResponseKind.Final, "FinalResponseReceived", CaseStatus.AgencyReplied)]
    public async Task Responses_are_recorded_once_and_a_final_one_returns_the_case_to_the_office(
        DatabaseProvider on, ResponseKind kind, string happened, CaseStatus status)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        var command = new RecordResponse.Command(@case.Id, inquiry.Id, kind, office.Clock.Today, "They will pay in December.", Guid.CreateVersion7());
        string[] mails = kind == ResponseKind.Final ? [Answered] : [];
        (await office.TryAsync<RecordResponse>(o => o.ExecuteAsync(command, maria, default))).Did(happened, mails);
        Assert.Equal(status, (await office.NowAsync<Case>(@case.Id)).Status);
        Assert.Equal(kind != ResponseKind.Final, (await office.NowAsync<AgencyInquiry>(inquiry.Id)).IsOpen);
        (await office.TryAsync<RecordResponse>(o => o.ExecuteAsync(command, maria, default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task An_answer_outranks_another_inquiry_that_is_still_open(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var first = await office.Given.OpenInquiry(@case.Id);
        await office.DoAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default));
        await office.DoAsync<RecordResponse>(o => o.ExecuteAsync(
            new(@case.Id, first.Id, ResponseKind.Final, office.Clock.Today, "No.", Guid.CreateVersion7()), maria, default));
        Assert.Equal(CaseStatus.AgencyReplied, (await office.NowAsync<Case>(@case.Id)).Status);
        Assert.Equal(
            [CaseMove.Write, CaseMove.RecordResponse], (await office.ProgressAsync(@case.Id)).Steps.Select(s => s.Move));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.DoAsync<Portal.Domain.Messages.SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, "They said no.", Guid.CreateVersion7()), maria, default));
        Assert.Equal(CaseStatus.WithAgency, (await office.NowAsync<Case>(@case.Id)).Status);
        var second = await office.Given.OpenInquiry(@case.Id);
        (await office.TryAsync<EndInquiry>(o => o.ExecuteAsync(new(@case.Id, second.Id, "Solved by phone.", Guid.CreateVersion7()), maria, default)))
            .Did(["InquiryEnded", "NoteWritten"]);
        // The constituent knows the first answer, and nothing else is open.
        Assert.Equal(CaseStatus.AgencyReplied, (await office.NowAsync<Case>(@case.Id)).Status);
        (await office.TryAsync<EndInquiry>(o => o.ExecuteAsync(new(@case.Id, second.Id, "Again.", Guid.CreateVersion7()), maria, default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Concurrent_ends_of_the_last_two_inquiries_return_the_case_to_the_office(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        await office.DoAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default));
        var open = (await office.AllAsync<AgencyInquiry>()).Where(i => i.IsOpen).ToList();
        Assert.Equal(2, open.Count);
        var next = -1;
        Task<Outcome> EndAsync(EndInquiry o, int which) => o.ExecuteAsync(new(@case.Id, open[which].Id, "Solved.", Guid.CreateVersion7()), maria, default);
        var outcomes = await office.AtOnceAsync<EndInquiry>(2, o => EndAsync(o, Interlocked.Increment(ref next)));
        // The request that lost the race is told so and is repeated.
        foreach (var (outcome, which) in outcomes.Select((o, i) => (o, i)))
            if (outcome is Outcome.Stale)
                foreach (var inquiry in open.Index())
                    Assert.True((await office.DoAsync<EndInquiry>(o => EndAsync(o, inquiry.Index))).Succeeded);
        Assert.NotEqual(CaseStatus.WithAgency, (await office.NowAsync<Case>(@case.Id)).Status);
    }

    [Theory, OnBoth]
    public async Task Invalid_responses_and_ends_are_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        async Task<Trial> AnswerAsync(Guid id, string text, int day) => await office.TryAsync<RecordResponse>(
            o => o.ExecuteAsync(new(@case.Id, id, ResponseKind.Final, office.Clock.Today.AddDays(day), text, Guid.CreateVersion7()), maria, default));
        (await AnswerAsync(inquiry.Id, " ", 0)).Refused("Enter what the agency answered, in 10,000 characters or fewer.");
        (await AnswerAsync(inquiry.Id, "Yes.", 1)).Refused("Check the date. The day the answer arrived can't be in the future.");
        (await AnswerAsync(Guid.CreateVersion7(), "Yes.", 0)).Was<Outcome.NotFound>();
        var other = await office.Given.SubmittedCase();
        (await office.TryAsync<EndInquiry>(o => o.ExecuteAsync(new(other.Id, inquiry.Id, "Mine.", Guid.CreateVersion7()), maria, default)))
            .Was<Outcome.NotFound>();
        (await office.TryAsync<EndInquiry>(o => o.ExecuteAsync(new(@case.Id, inquiry.Id, " ", Guid.CreateVersion7()), maria, default)))
            .Refused("Enter why the inquiry is ending without an answer.");
    }
}
