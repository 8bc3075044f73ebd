using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Updates;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases;

/// <summary>A release before and after signing: details, requests, withdrawal, reminders, expiration, verification.</summary>
public sealed class ReleaseLifeTests
{
    [Theory, OnBoth]
    public async Task The_signer_corrects_the_details_and_reads_the_new_text(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        var release = await office.Given.Release(@case.Id);
        var before = await office.Given.SigningOf(release);
        var details = new ReleaseDetails { LegalName = " Ana Lucía García ", Records = "My payments of 2026", Purpose = "To find one" };
        (await office.TryAsync<SaveReleaseDetails>(o => o.ExecuteAsync(new(release.Id, details), Actor.Constituent(@case.Id), default))).Did([]);
        var now = await office.NowAsync<PrivacyRelease>(release.Id);
        Assert.Equal("Ana Lucía García", now.SubjectName);
        Assert.NotEqual(before.ShownSha256, (await office.Given.SigningOf(now)).ShownSha256);
        Assert.True((await office.WithAsync<Vault, ReleaseDetails>(async v => ReleaseJson.Details(await v.OpenAsync(@case.Id, default), now))).Confirmed);
    }

    [Theory, OnBoth]
    public async Task Without_a_name_or_records_there_is_nothing_to_sign(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        var release = await office.Given.Release(@case.Id);
        async Task<Trial> SaveAsync(string name, string records) => await office.TryAsync<SaveReleaseDetails>(
            o => o.ExecuteAsync(new(release.Id, new() { LegalName = name, Records = records }), Actor.Constituent(@case.Id), default));
        foreach (var name in new[] { "", "  ", ".", new string('x', 261) })
            (await SaveAsync(name, "All")).Refused("Enter the full legal name, up to 260 characters.");
        (await SaveAsync("Ana García", " ")).Refused("Name the records the agency may share.");
    }

    [Theory, OnBoth]
    public async Task A_release_for_another_agency_is_requested_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        async Task<Trial> AskAsync(string agency) => await office.TryAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, agency), maria, default));
        foreach (var wrong in new[] { "XYZ", "NONE" })
            (await AskAsync(wrong)).Refused("Choose an agency from the list.");
        (await AskAsync("IRS")).Did("ReleaseRequested", "ReleaseRequestedMail to " + Answers.Email);
        Assert.Equal(CaseStatus.WaitingOnConstituent, (await office.NowAsync<Case>(@case.Id)).Status);
        (await AskAsync("IRS")).ChangedNothing();
        await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.NoRelease, "Write again."), maria, default));
        (await AskAsync("VA")).Refused("This case is closed. Reopen it first.");
    }

    [Theory, OnBoth]
    public async Task A_release_requested_for_an_earlier_topic_is_replaced_and_both_are_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var before = await office.Given.Release(@case.Id);
        await office.DoAsync<ChangeTopic>(o => o.ExecuteAsync(new(@case.Id, null, "ssa-earnings-record", "SSA"), maria, default));
        async Task<Trial> AskAsync() => await office.TryAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, "SSA"), maria, default));
        (await AskAsync()).Did(["ReleaseNoLongerNeeded", "ReleaseRequested"], "ReleaseRequestedMail to " + Answers.Email);
        var releases = await office.AllAsync<PrivacyRelease>();
        Assert.Equal(ReleaseStatus.Dropped, releases.Single(r => r.Id == before.Id).Status);
        Assert.Equal("SSA-7050-F4", releases.Single(r => r.Id != before.Id).Matter.Form);
        Assert.Single((await office.ProgressAsync(@case.Id)).Asks);
        (await AskAsync()).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Withdrawing_stops_all_sending_immediately_and_is_recorded_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var release = await office.Given.Release(@case.Id);
        (await office.TryAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, Actor.Constituent(@case.Id), default)))
            .Did("ReleaseWithdrawn", "ReleaseWithdrawnMail to " + Answers.Email);
        Assert.Equal(office.Clock.Utc, (await office.NowAsync<Case>(@case.Id)).UnansweredSince);
        var missing = (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default))).Was<SendInquiry.ReleaseMissing>();
        Assert.Equal("The privacy release for {0} was withdrawn.", missing.Missing.Problem);
        Assert.Equal(release.Id, (await office.AllAsync<AgencyInquiry>()).Single().ReleaseId);
        (await office.TryAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, Actor.Constituent(@case.Id), default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task A_withdrawn_release_gets_no_renewal_reminder(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var release = await office.Given.Release(@case.Id);
        await office.DoAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, release.AgencyCode), maria, default));
        (await office.TryAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, Actor.Constituent(@case.Id), default)))
            .Did(["ReleaseNoLongerNeeded", "ReleaseWithdrawn"], "ReleaseWithdrawnMail to " + Answers.Email);
        Assert.DoesNotContain(await office.AllAsync<PrivacyRelease>(), r => r.Status == ReleaseStatus.Requested);
        office.Clock.GoTo(8, 11);
        Assert.Equal(0, await office.SweepAsync<ReleaseUnsignedJob>());
    }

    [Theory, OnBoth]
    public async Task After_a_withdrawal_the_same_person_may_sign_again(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var release = await office.Given.Release(@case.Id);
        var person = Actor.Constituent(@case.Id);
        Task<Trial> AskAsync(Actor actor, string agency = "SSA") =>
            office.TryAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, agency), actor, default));
        (await AskAsync(person)).NotPermitted(Permission.MessageConstituents);
        await office.DoAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, person, default));
        (await AskAsync(person, "VA")).NotPermitted(Permission.MessageConstituents);
        (await AskAsync(Actor.Signer(@case.Id, release.Id))).NotPermitted(Permission.OwnCase);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        (await AskAsync(person)).Did("ReleaseRequested", "ReleaseRequestedMail to " + Answers.Email);
        (await AskAsync(person)).ChangedNothing();
        Assert.Equal(ReleaseStatus.Requested, (await office.Given.Release(@case.Id)).Status);
    }

    [Theory, OnBoth]
    public async Task When_the_awaited_release_is_withdrawn_the_turn_goes_to_the_office(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        Assert.Equal(Turn.Constituent, (await office.ProgressAsync(@case.Id)).Turn);
        var release = await office.Given.Release(@case.Id);
        await office.DoAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, Actor.Constituent(@case.Id), default));
        Assert.True((await office.ProgressAsync(@case.Id)).IsTurnOf(Turn.Office));
    }

    [Theory, OnBoth]
    public async Task Reminders_are_sent_after_three_seven_and_fourteen_days_in_office_hours(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        var sent = new List<DateOnly>();
        var start = office.Clock.Today;
        for (var day = 0; day <= 40; day++)
            foreach (var hour in new[] { 3, 11, 12, 22 })
            {
                office.Clock.GoTo(start.AddDays(day), hour);
                var did = await office.TrySweepAsync<ReleaseUnsignedJob>();
                if (did.NewMails.Count == 0)
                {
                    did.ChangedNothing();
                    continue;
                }

                did.Did("ReleaseReminderSent", "ReleaseReminderMail to " + Answers.Email);
                Assert.InRange(hour, 8, 17);
                sent.Add(office.Clock.Today);
            }

        // Day 3 is a Saturday, so the reminder is sent on Monday.
        Assert.Equal([new(2026, 11, 23), new(2026, 11, 25), new(2026, 12, 2)], sent);
        Assert.Equal(3, (await office.Given.Release(@case.Id)).Reminders);
    }

    [Theory, OnBoth]
    public async Task A_signed_release_gets_no_reminder(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        await office.Given.Signature(@case.Id);
        office.Clock.GoTo(5, 11);
        Assert.Equal(0, await office.SweepAsync<ReleaseUnsignedJob>());
    }

    [Theory, OnBoth]
    public async Task A_release_expires_once_on_the_day_after_its_last_day(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        var last = (await office.Given.Release(@case.Id)).ExpiresOn!.Value;
        office.Clock.GoTo(last, 23, 30);
        Assert.Equal(0, await office.SweepAsync<ReleaseExpiredJob>());
        office.Clock.GoTo(last.AddDays(1), 0, 5);
        (await office.TrySweepAsync<ReleaseExpiredJob>()).Did("ReleaseExpired");
        (await office.TrySweepAsync<ReleaseExpiredJob>()).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Verifying_a_code_does_not_reveal_who_signed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        var release = await office.Given.Release(@case.Id);
        var code = release.Signature!.VerificationCode;
        async Task<Verification> AskAsync(string? typed) => await office.VerifyAsync(new() { Code = typed });
        Assert.True((await AskAsync(code)).Genuine);
        Assert.True((await AskAsync(" " + code.ToLowerInvariant().Replace("-", " "))).Genuine);
        foreach (var wrong in new[] { null, "", "ABCD-EFGH-JKMN", "O0O0-O0O0-O0O0" })
            Assert.Equal("We have no document with this code.", (await AskAsync(wrong)).Sentence);
        await office.DoAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, Actor.Constituent(@case.Id), default));
        Assert.StartsWith("Our office sealed this document, but the release was withdrawn", (await AskAsync(code)).Sentence, StringComparison.Ordinal);
    }
}
