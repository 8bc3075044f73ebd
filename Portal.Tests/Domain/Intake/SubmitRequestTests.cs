using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Intake;

public sealed class SubmitRequestTests
{
    [Theory, OnBoth]
    public async Task Submitting_opens_a_case_with_a_release_and_a_next_update(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft();
        var did = (await SubmitAsync(office, draft.Token)).Did(["RequestSubmitted", "ReleaseRequested"], "AcknowledgmentMail to " + Answers.Email);
        var submitted = Assert.IsType<SubmitRequest.Submitted>(did.Outcome);
        var @case = await office.NowAsync<Case>(submitted.CaseId);
        Assert.Equal((draft.Id, submitted.Reference, CaseStatus.Received), (@case.Id, @case.Reference, @case.Status));
        Assert.Equal(
            ("ssa-missing-payment", "SSA", Priority.P3, ResidencyFinding.InDistrict),
            (@case.TopicCode, @case.AgencyCode, @case.Priority, @case.Residency));
        Assert.Equal(new DateOnly(2026, 11, 25), @case.PromisedOn);
        var release = await office.Given.Release(@case.Id);
        Assert.Equal(
            ("SSA", "Ana García", ReleaseStatus.Requested, Answers.Email),
            (release.AgencyCode, release.SubjectName.Text, release.Status, release.SignerEmail!.Text));
        Assert.Contains(release.LinkToken, did.NewMails.Single().Payload, StringComparison.Ordinal);
        Assert.DoesNotContain(did.Entries, e => e.Payload.Contains("Ana", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Doubtful_requests_are_accepted_but_emails_per_address_are_limited(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on, s => s.AddSingleton(new MailLimit(2, TimeSpan.FromHours(1))));
        for (var i = 0; i < 4; i++)
        {
            var draft = await office.Given.Draft();
            Assert.IsType<SubmitRequest.Submitted>(await office.DoAsync<SubmitRequest>(o => o.ExecuteAsync(
                new(draft.Token, "The sender's browser skipped our spam check. JavaScript may be off."), Actor.Anonymous, default)));
        }

        Assert.Equal(2, (await office.AllAsync<OutgoingMail>()).Count(m => m.Kind == nameof(AcknowledgmentMail)));
        var sure = await office.Given.Draft();
        (await SubmitAsync(office, sure.Token)).Did(["RequestSubmitted", "ReleaseRequested"], "AcknowledgmentMail to " + Answers.Email);
    }

    [Theory, OnBoth]
    public async Task Submitting_again_returns_the_same_case(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft();
        var first = (await SubmitAsync(office, draft.Token)).Outcome;
        var second = await SubmitAsync(office, draft.Token);
        second.ChangedNothing();
        Assert.Equal(first, second.Outcome);
    }

    [Theory, OnBoth]
    public async Task Concurrent_submissions_open_one_case(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft();
        var outcomes = await office.AtOnceAsync<SubmitRequest>(6, o => o.ExecuteAsync(new(draft.Token, null), Actor.Anonymous, default));
        var @case = (await office.AllAsync<Case>()).Single();
        Assert.All(outcomes, o => Assert.Equal(new SubmitRequest.Submitted(@case.Id, @case.Reference), o));
        Assert.Single(await office.AllAsync<PrivacyRelease>());
        Assert.Single(await office.AllAsync<Constituent>());
    }

    [Theory, OnBoth]
    public async Task Missing_answers_are_listed_by_step_and_nothing_is_written(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft(new RequestAnswers());
        var incomplete = (await SubmitAsync(office, draft.Token)).Was<SubmitRequest.Incomplete>();
        Assert.Equal([RequestStep.Topic, RequestStep.Who, RequestStep.Address, RequestStep.Story, RequestStep.Urgency, RequestStep.Contact], incomplete.Steps);
        (await SubmitAsync(office, "no such token")).Was<Outcome.NotFound>();
    }

    [Theory, OnBoth]
    public async Task The_helper_is_notified_and_the_person_helped_is_asked_to_sign(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft(Answers.ForMother());
        var did = (await SubmitAsync(office, draft.Token)).Did(
            ["RequestSubmitted", "ReleaseRequested"], "AcknowledgmentMail to luz@example.org", "ReleaseRequestedByHelperMail to rosa@example.org");
        var token = (await office.AllAsync<PrivacyRelease>()).Single().LinkToken;
        Assert.DoesNotContain(token, did.NewMails.Single(m => m.Recipient == "luz@example.org").Payload, StringComparison.Ordinal);
        Assert.Equal("Rosa Ortiz", (await office.AllAsync<Case>()).Single().PersonName.Text);
    }

    [Theory, OnBoth]
    public async Task Without_a_valid_email_address_nothing_is_emailed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var answers = Answers.Complete();
        foreach (var typed in new[] { null, "", "ana at example", "a@b" })
        {
            var draft = await office.Given.Draft(answers with { Person = answers.Person with { Email = typed } });
            (await SubmitAsync(office, draft.Token)).Did(["RequestSubmitted", "ReleaseRequested"]);
        }

        Assert.All(await office.AllAsync<PrivacyRelease>(), r => Assert.Null(r.SignerEmail));
        Assert.All(await office.AllAsync<Case>(), c => Assert.Null(c.ContactEmail));
    }

    [Theory, OnBoth]
    public async Task The_same_name_and_birth_date_is_the_same_constituent(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var answers = Answers.Complete();
        var first = await office.Given.SubmittedCase(answers);
        var again = await office.Given.SubmittedCase(answers with { Person = answers.Person with { FirstName = "ANA", LastName = "Garcia" } });
        var namesake = await office.Given.SubmittedCase(answers with { Person = answers.Person with { BornOn = new DateOnly(1990, 1, 1) } });
        Assert.Equal(first.ConstituentId, again.ConstituentId);
        Assert.NotEqual(first.ConstituentId, namesake.ConstituentId);
    }

    [Theory, OnBoth]
    public async Task An_unsure_topic_or_a_state_matter_needs_no_release(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase(topic: null);
        Assert.Null(@case.AgencyCode);
        Assert.Empty(await office.AllAsync<PrivacyRelease>());
    }

    [Theory, OnBoth]
    public async Task Mentions_of_self_harm_and_doubtful_senders_are_flagged(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft(Answers.Complete() with { WhatHappened = "I don’t want to live like this." });
        await office.DoAsync<SubmitRequest>(o => o.ExecuteAsync(new(draft.Token, "The check could not tell."), Actor.Anonymous, default));
        var @case = (await office.AllAsync<Case>()).Single();
        Assert.Equal((SafetyKind.SelfHarm, Priority.P0), (@case.Danger!.Value, @case.Priority));
        Assert.True((await office.AllAsync<SafetyAlert>()).Single() is { IsOpen: true, MessageId: null });
        Assert.Equal("The check could not tell.", @case.ReviewReason);
    }

    [Theory]
    [OnBoth(10, 0)]
    [OnBoth(19, 1)]
    public async Task The_first_update_of_an_emergency_is_due_on_a_day_the_office_can_meet(DatabaseProvider on, int hour, int days)
    {
        await using var office = await DomainHost.StartAsync(on);
        office.Clock.GoTo(0, hour);
        var @case = await office.Given.SubmittedCase(Answers.Complete() with { Urgency = [UrgencyFact.Eviction] });
        Assert.Equal((Priority.P0, office.Clock.Today.AddDays(days)), (@case.Priority, @case.PromisedOn));
    }

    private static Task<Trial> SubmitAsync(DomainHost office, string token) =>
        office.TryAsync<SubmitRequest>(o => o.ExecuteAsync(new(token, null), Actor.Anonymous, default));
}
