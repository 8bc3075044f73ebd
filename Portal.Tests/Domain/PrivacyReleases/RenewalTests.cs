using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Updates;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases;

/// <summary>Renewal before expiration, exceptions and how they end, and reminders based on what is still missing.</summary>
public sealed class RenewalTests
{
    [Theory, OnBoth]
    public async Task Thirty_days_before_it_expires_a_prefilled_renewal_is_requested(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var old = await office.Given.Release(@case.Id);
        office.Clock.GoTo(old.ExpiresOn!.Value.AddDays(-33), 11);
        Assert.Equal(0, await office.SweepAsync<ReleaseRenewalDueJob>());
        // The first business day within the last thirty days.
        for (var day = -30; day < -25 && (await office.AllAsync<PrivacyRelease>()).Count == 1; day++)
        {
            office.Clock.GoTo(old.ExpiresOn.Value.AddDays(day), 11);
            await office.SweepAsync<ReleaseRenewalDueJob>();
        }

        (await office.TrySweepAsync<ReleaseRenewalDueJob>()).ChangedNothing();
        var next = await office.Given.Release(@case.Id);
        Assert.NotEqual(old.Id, next.Id);
        Assert.Equal((old.PartyId, old.SignerEmail, ReleaseStatus.Requested), (next.PartyId, next.SignerEmail, next.Status));
        var (before, after) = (await DetailsAsync(office, old), await DetailsAsync(office, next));
        Assert.Equal((before.Records, before.Address, false), (after.Records, after.Address, after.Confirmed));
        Assert.Contains(await office.AllAsync<Portal.Domain.Platform.Mail.OutgoingMail>(), m => m.Kind == "ReleaseRenewalMail");
        // The old release counts until the new one is signed; then it's superseded.
        Assert.True((await office.WithAsync<SendInquiry, Portal.Domain.Platform.Outcome>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default))).Succeeded);
        await office.Given.Signature(@case.Id);
        Assert.Equal(
            (ReleaseStatus.Superseded, next.Id),
            ((await office.NowAsync<PrivacyRelease>(old.Id)).Status, (await office.NowAsync<PrivacyRelease>(old.Id)).SupersededById!.Value));
    }

    [Theory, OnBoth]
    public async Task A_closed_case_is_not_renewed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.ClosedCase(maria);
        office.Clock.GoTo(340, 11);
        Assert.Equal(0, await office.SweepAsync<ReleaseRenewalDueJob>());
        Assert.Single(await office.AllAsync<PrivacyRelease>(), r => r.CaseId == @case.Id);
    }

    [Theory, OnBoth]
    public async Task No_renewal_is_requested_while_an_exception_applies(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        await office.DoAsync<RecordException>(o => o.ExecuteAsync(new(@case.Id, null, "SSA", true), maria, default));
        office.Clock.GoTo(6, 11);
        Assert.Equal(0, await office.SweepAsync<ReleaseUnsignedJob>());
        Assert.DoesNotContain(await office.AllAsync<Portal.Domain.Platform.Mail.OutgoingMail>(), m => m.Kind == "ReleaseReminderMail");
    }

    [Theory, OnBoth]
    public async Task A_withdrawal_ends_the_exception_and_prevents_a_new_one(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        await office.DoAsync<RecordException>(o => o.ExecuteAsync(new(@case.Id, null, "SSA", true), maria, default));
        var release = await office.Given.Release(@case.Id);
        (await office.TryAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, Actor.Constituent(@case.Id), default)))
            .Did(["ExceptionEnded", "ReleaseWithdrawn"]);
        (await office.TryAsync<RecordException>(o => o.ExecuteAsync(new(@case.Id, null, "SSA", true), maria, default)))
            .Refused("The person withdrew their consent for {0}, so an exception can't be used. Request a new release.");
        (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default))).Was<SendInquiry.ReleaseMissing>();
    }

    [Theory, OnBoth]
    public async Task Staff_can_revoke_an_exception_and_cancel_an_unneeded_release(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        await office.DoAsync<RecordException>(o => o.ExecuteAsync(new(@case.Id, null, "SSA", true), maria, default));
        var exception = (await office.AllAsync<ReleaseException>()).Single();
        (await office.TryAsync<EndException>(o => o.ExecuteAsync(new(@case.Id, exception.Id), maria, default))).Did("ExceptionEnded");
        (await office.TryAsync<EndException>(o => o.ExecuteAsync(new(@case.Id, exception.Id), maria, default))).ChangedNothing();
        var release = await office.Given.Release(@case.Id);
        (await office.TryAsync<CancelReleaseRequest>(o => o.ExecuteAsync(@case.Id, release.Id, maria, default))).Did("ReleaseNoLongerNeeded");
        (await office.TryAsync<CancelReleaseRequest>(o => o.ExecuteAsync(@case.Id, release.Id, maria, default))).ChangedNothing();
        Assert.True((await office.ProgressAsync(@case.Id)).IsTurnOf(Turn.Office));
    }

    private static Task<ReleaseDetails> DetailsAsync(DomainHost office, PrivacyRelease release) =>
        office.WithAsync<Vault, ReleaseDetails>(async v => ReleaseJson.Details(await v.OpenAsync(release.CaseId, default), release));
}
