using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Closing;

/// <summary>Every way a case can be closed, and how it's reopened.</summary>
public sealed class ClosingTests
{
    private const string Mail = "CaseClosedMail to " + Answers.Email;

    [Theory, OnBoth]
    public async Task Closing_ends_updates_open_requests_and_the_release_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        var request = await office.Given.Request(@case, maria);
        var command = new CloseCase.Command(@case.Id, null, ClosingReason.ResolvedInFavor, "Your payment is on its way.");
        (await office.TryAsync<CloseCase>(o => o.ExecuteAsync(command, maria, default))).Did(["CaseClosed", "ReleaseExpired"], Mail);
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal(
            (CaseStatus.Closed, ClosingReason.ResolvedInFavor, null, null),
            (now.Status, now.ClosingReason!.Value, now.PromisedOn, now.UnansweredSince));
        Assert.Equal(office.Clock.Utc, (await office.NowAsync<InformationRequest>(request)).CanceledAt);
        Assert.Equal(ReleaseStatus.Expired, (await office.Given.Release(@case.Id)).Status);
        Assert.Equal("Your payment is on its way.", (await office.AllAsync<Message>()).Single().Body);
        (await office.TryAsync<CloseCase>(o => o.ExecuteAsync(command, maria, default))).ChangedNothing();
    }

    [Theory]
    [InlineData(ClosingReason.PartlyResolved, "We've told you")]
    [InlineData(ClosingReason.InformationGiven, "We've given you")]
    [InlineData(ClosingReason.ReconsiderationRefused, "We asked the agency to reconsider")]
    [InlineData(ClosingReason.NoRelease, "We asked you to sign")]
    [InlineData(ClosingReason.NoAnswer, "We wrote to you")]
    public void A_closing_letter_claims_nothing_that_was_not_recorded(ClosingReason reason, string claim)
    {
        var facts = new ClosingFacts("Ana", null, Portal.Domain.Districts.Chamber.House, AgencyWasAsked: false);
        Assert.DoesNotContain(claim, ClosingText.Suggest(reason, facts, "en"), StringComparison.Ordinal);
        Assert.Contains(claim, ClosingText.Suggest(reason, facts with { ReconsiderationWasAsked = true, ReleaseWasRequested = true, PersonWasTold = true }, "en"), StringComparison.Ordinal);
        Assert.NotEqual(ClosingText.Suggest(reason, facts, "en"), ClosingText.Suggest(reason, facts, "es"));
    }

    [Theory, OnBoth]
    public async Task Closing_requires_a_message_and_no_open_inquiry(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        async Task<Trial> CloseAsync(string message) =>
            await office.TryAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.InformationGiven, message), maria, default));
        foreach (var message in new[] { "", " \n", new string('x', Message.MaxLength + 1) })
            (await CloseAsync(message)).Refused("Enter the closing message to the constituent, up to 10,000 characters.");
        (await CloseAsync("Done.")).Refused("Inquiries still waiting for an answer: {0}. End them or record the answers first.");
        (await office.TryAsync<ReferCase>(o => o.ExecuteAsync(new(@case.Id, null, ReferralKind.Community, "Them", "Go."), maria, default)))
            .Refused("Inquiries still waiting for an answer: {0}. End them or record the answers first.");
    }

    [Theory]
    [InlineData("en", "You can still sign", "If you still want our help, write to us and we'll send you a new one")]
    [InlineData("es", "Todavía puede firmar", "Si todavía quiere nuestra ayuda, escríbanos y le enviaremos uno nuevo")]
    public void The_closing_letter_for_an_unsigned_release_offers_no_expired_link(string language, string wrong, string right)
    {
        var letter = ClosingText.Suggest(
            ClosingReason.NoRelease, new("Ana", "Ana M. Núñez", Portal.Domain.Districts.Chamber.House, AgencyWasAsked: false) { ReleaseWasRequested = true }, language);
        Assert.DoesNotContain(wrong, letter, StringComparison.Ordinal);
        Assert.Contains(right, letter, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Concurrent_closings_send_one_closing_message(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.AtOnceAsync<CloseCase>(4, o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.InformationGiven, "Done."), maria, default));
        Assert.Single(await office.AllAsync<Message>());
    }

    [Theory, OnBoth]
    public async Task Declining_closes_the_case_with_its_reason(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        async Task<Trial> DeclineAsync(ClosingReason reason, string letter) =>
            await office.TryAsync<DeclineCase>(o => o.ExecuteAsync(new(@case.Id, null, reason, letter), maria, default));
        (await DeclineAsync(ClosingReason.ResolvedInFavor, "Sorry.")).Refused("Choose a reason from the list.");
        (await DeclineAsync(ClosingReason.BeforeCourt, " ")).Refused("Enter a letter to the constituent, in 10,000 characters or fewer.");
        (await DeclineAsync(ClosingReason.BeforeCourt, "A court has this."))
            .Did(["CaseDeclined", "ReleaseNoLongerNeeded"], "CaseDeclinedMail to " + Answers.Email);
        Assert.Equal(ReleaseStatus.Dropped, (await office.Given.Release(@case.Id)).Status);
        (await DeclineAsync(ClosingReason.BeforeCourt, "A court has this.")).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task A_case_cannot_be_declined_after_an_inquiry_was_sent(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        (await office.TryAsync<DeclineCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.NotFederal, "Sorry."), maria, default)))
            .Refused("We've already contacted an agency. Close the case instead.");
    }

    [Theory]
    [OnBoth(ReferralKind.OwnMember, ClosingReason.ReferredToMember)]
    [OnBoth(ReferralKind.StateOrLocal, ClosingReason.ReferredToStateOrLocal)]
    [OnBoth(ReferralKind.Regulator, ClosingReason.ReferredToRegulator)]
    [OnBoth(ReferralKind.Community, ClosingReason.ReferredToCommunity)]
    public async Task Referring_closes_the_case_and_records_where_to(DatabaseProvider on, ReferralKind kind, ClosingReason reason)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        async Task<Trial> ReferAsync(string to, string letter) =>
            await office.TryAsync<ReferCase>(o => o.ExecuteAsync(new(@case.Id, null, kind, to, letter), maria, default));
        (await ReferAsync("", "Go.")).Refused("Enter who you're referring the person to, with a phone number or address.");
        (await ReferAsync("Legal Aid, 212-555-0111", "")).Refused("Enter a letter to the constituent, in 10,000 characters or fewer.");
        (await ReferAsync("Legal Aid, 212-555-0111", "They can help you."))
            .Did(
                ["CaseReferred", "ReleaseNoLongerNeeded"],
                (kind == ReferralKind.OwnMember ? "ReferredToMemberMail to " : "CaseReferredMail to ") + Answers.Email);
        Assert.Equal(reason, (await office.NowAsync<Case>(@case.Id)).ClosingReason);
        Assert.Equal((kind, "Legal Aid, 212-555-0111", maria.Id), ((await office.AllAsync<Referral>()).Single() is var r ? r.Kind : default, r.To, r.MadeById));
        (await ReferAsync("Legal Aid", "Again.")).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Withdrawing_also_ends_the_release_and_the_open_inquiry(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        (await office.TryAsync<WithdrawCase>(o => o.ExecuteAsync(@case.Id, Actor.Constituent(@case.Id), default)))
            .Did(["CaseWithdrawn", "ReleaseWithdrawn", "InquiryEnded"], "CaseWithdrawnMail to " + Answers.Email);
        // A withdrawal needs attention like a message: an agency may still be working on the case.
        Assert.Equal(
            (ClosingReason.Withdrawn, office.Clock.Utc),
            ((await office.NowAsync<Case>(@case.Id)).ClosingReason, (await office.NowAsync<Case>(@case.Id)).UnansweredSince!.Value));
        Assert.Equal(ReleaseStatus.Withdrawn, (await office.Given.Release(@case.Id)).Status);
        Assert.False((await office.AllAsync<AgencyInquiry>()).Single().IsOpen);
        (await office.TryAsync<WithdrawCase>(o => o.ExecuteAsync(@case.Id, Actor.Constituent(@case.Id), default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task A_reopened_case_gets_a_next_update_but_needs_a_new_signature(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.ClosedCase(maria);
        (await office.TryAsync<ReopenCase>(o => o.ExecuteAsync(new(@case.Id, @case.Version), maria, default)))
            .Did("CaseReopened", "CaseReopenedMail to " + Answers.Email);
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((CaseStatus.InReview, null, null), (now.Status, now.ClosingReason, now.ClosedAt));
        Assert.True(now.PromisedOn > office.Clock.Today);
        (await office.TryAsync<ReopenCase>(o => o.ExecuteAsync(new(@case.Id, null), maria, default))).ChangedNothing();
        var missing = (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default))).Was<SendInquiry.ReleaseMissing>();
        Assert.Equal("The privacy release for {0} ended when the case was closed.", missing.Missing.Problem);
    }
}
