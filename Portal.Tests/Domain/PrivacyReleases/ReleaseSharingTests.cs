using System.Security.Cryptography;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Sharing;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases;

public sealed class ReleaseSharingTests
{
    private const string Liaison = "Pat Doe, congressional liaison, SSA New York";
    private const string NotInForce = "This release isn't in effect, so it can't be shared.";

    [Theory, OnBoth]
    public async Task A_link_opens_one_release_and_each_view_is_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await SignedAsync(office);
        var trial = await ShareAsync(office, maria, new(@case.Id, @case.Version, release.Id, " " + Liaison + " ", 7, Guid.CreateVersion7()));
        trial.Did("ReleaseLinkCreated");
        Assert.Equal(["Activity", "ReleaseShare", "UnsealedActivity"], trial.ChangedTables.Select(t => t == "ActivityEntry" ? "Activity" : t).Order());
        var made = Assert.IsType<ShareRelease.Shared>(trial.Outcome);
        Assert.Equal(office.Clock.Utc.AddDays(7), made.ExpiresAt);
        var share = Assert.Single(await office.AllAsync<ReleaseShare>());
        Assert.Equal((Liaison, release.Id, @case.Id, maria.Id), (share.Recipient.Text, share.ReleaseId, share.CaseId, share.MadeById));
        Assert.DoesNotContain(made.Token, share.TokenHash);

        var announced = await FindAsync(office, made.Token);
        Assert.Equal(("SSA", made.ExpiresAt), (announced!.Agency.Code, announced.ExpiresAt));
        for (var view = 1; view <= 2; view++)
        {
            var opened = await OpenAsync(office, made.Token);
            opened.Did("ReleaseLinkOpened");
            Assert.Equal(release.Signature!.PdfSha256, await HashAsync(opened));
            Assert.Equal(view, (await LinesAsync(office, @case, release)).Single().Views);
        }

        var entry = (await office.AllAsync<ActivityEntry>()).Last(a => a.EventName == "ReleaseLinkOpened");
        Assert.Equal((ActorKind.System, "OpenSharedRelease", @case.Id), (entry.ActorKind, entry.Operation, entry.CaseId));
        Assert.DoesNotContain("Doe", string.Concat((await office.AllAsync<ActivityEntry>()).Select(a => a.Payload)));
    }

    [Theory, OnBoth]
    public async Task The_timeline_shows_the_last_day_in_the_office_time_zone(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await SignedAsync(office);
        // Past midnight UTC, but still the previous evening at the office.
        office.Clock.GoTo(0, 21);
        await ShareAsync(office, maria, new(@case.Id, @case.Version, release.Id, Liaison, 7, Guid.CreateVersion7()));
        var head = await office.WithAsync<CasePageHeaderQuery, CasePageHeader?>(v => v.ReadAsync(@case.Reference, maria, "en", default));
        var (entries, _) = await office.WithAsync<Timeline, (IReadOnlyList<TimelineEntry> Entries, bool More)>(t => t.ReadAsync(
            @case.Id, "en", head!.Names, false, default));
        Assert.Contains(entries, e => e.Text.EndsWith($"It works until {Texts.Day("en", office.Clock.Today.AddDays(7))}.", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Checking_a_link_writes_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await SignedAsync(office);
        var token = await TokenAsync(office, maria, @case, release);
        (await office.TryAsync<OpenSharedRelease>(async o =>
        {
            Assert.NotNull(await o.FindAsync(token, default));
            Assert.Null(await o.FindAsync("unknown", default));
            return Outcome.Done;
        })).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Invalid_recipients_and_durations_are_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await SignedAsync(office);
        var right = new ShareRelease.Command(@case.Id, null, release.Id, Liaison, 7, Guid.CreateVersion7());
        foreach (var who in (string[])["", "   ", new('x', 201)])
            (await ShareAsync(office, maria, right with { Recipient = who })).Refused("Enter who will get the link, up to 200 characters.");
        foreach (var days in (int[])[0, -1, 31])
            (await ShareAsync(office, maria, right with { Days = days })).Refused("Enter 1 to 30 days for the link.");
        (await ShareAsync(office, maria, right)).Did("ReleaseLinkCreated");
        (await ShareAsync(office, maria, right)).Refused("This link was already created. If you didn't save it, cancel it and create a new one.");
    }

    [Theory, OnBoth]
    public async Task Only_a_signed_release_of_the_same_case_can_be_shared(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await SignedAsync(office);
        var other = await office.Given.SignedCase(maria);
        var unsigned = await office.Given.AcceptedCase(maria);
        var waiting = await office.Given.Release(unsigned.Id);
        (await ShareAsync(office, maria, new(other.Id, null, release.Id, Liaison, 7, Guid.CreateVersion7()))).Was<Outcome.NotFound>();
        (await ShareAsync(office, maria, new(unsigned.Id, null, waiting.Id, Liaison, 7, Guid.CreateVersion7()))).Was<Outcome.NotFound>();
        (await ShareAsync(office, maria, new(Guid.CreateVersion7(), null, release.Id, Liaison, 7, Guid.CreateVersion7()))).Was<Outcome.NotFound>();
        (await ShareAsync(office, maria, new(@case.Id, @case.Version - 1, release.Id, Liaison, 7, Guid.CreateVersion7()))).Was<Outcome.Stale>();
    }

    [Theory, OnBoth]
    public async Task Only_staff_who_may_open_documents_and_contact_agencies_may_share(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await SignedAsync(office);
        var command = new ShareRelease.Command(@case.Id, null, release.Id, Liaison, 7, Guid.CreateVersion7());
        var intern = await office.Given.Staff(StaffRole.Intern, "Ivy");
        (await ShareAsync(office, intern, command)).NotPermitted(Permission.OpenDocuments);
        (await ShareAsync(office, Actor.Constituent(@case.Id), command)).NotPermitted(Permission.OpenDocuments);
        (await ShareAsync(office, maria with { Permissions = [Permission.OpenDocuments] }, command)).NotPermitted(Permission.ContactAgencies);
        await TokenAsync(office, maria, @case, release);
        var share = Assert.Single(await office.AllAsync<ReleaseShare>());
        (await RevokeAsync(office, intern, share)).NotPermitted(Permission.ContactAgencies);
        (await RevokeAsync(office, maria with { Permissions = [Permission.ContactAgencies] }, share)).NotPermitted(Permission.OpenDocuments);
        (await RevokeAsync(office, Actor.Constituent(@case.Id), share)).NotPermitted(Permission.ContactAgencies);
    }

    [Theory, OnBoth]
    public async Task A_revoked_link_opens_nothing_and_is_revoked_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await SignedAsync(office);
        var token = await TokenAsync(office, maria, @case, release);
        var kept = await TokenAsync(office, maria, @case, release);
        var share = (await office.AllAsync<ReleaseShare>()).OrderBy(s => s.MadeAt).ThenBy(s => s.Id).First();
        var other = await office.Given.SignedCase(maria);
        (await office.TryAsync<RevokeShare>(o => o.ExecuteAsync(new(other.Id, release.Id, share.Id), maria, default))).Was<Outcome.NotFound>();
        (await office.TryAsync<RevokeShare>(o => o.ExecuteAsync(new(@case.Id, Guid.CreateVersion7(), share.Id), maria, default))).Was<Outcome.NotFound>();
        (await RevokeAsync(office, maria, share)).Did("ReleaseLinkCanceled");
        (await RevokeAsync(office, maria, share)).ChangedNothing();
        await OpensNothingAsync(office, token);
        Assert.NotNull(await FindAsync(office, kept));
        var lines = await LinesAsync(office, @case, release);
        Assert.Equal((1, 1), (lines.Count(l => l.IsLive), lines.Count(l => l.RevokedAt is not null)));
    }

    [Theory, OnBoth]
    public async Task A_link_expires_to_the_minute(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await SignedAsync(office);
        var token = await TokenAsync(office, maria, @case, release, days: 1);
        office.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        (await OpenAsync(office, token)).Did("ReleaseLinkOpened");
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await OpensNothingAsync(office, token);
        (await RevokeAsync(office, maria, (await office.AllAsync<ReleaseShare>()).Single())).ChangedNothing();
    }

    /// <summary>However a release ends, its links end at the same moment.</summary>
    [Theory]
    [OnBoth("withdrawn")]
    [OnBoth("replaced")]
    [OnBoth("expired")]
    [OnBoth("run out, before the job saw it")]
    [OnBoth("closed")]
    public async Task Links_end_with_their_release(DatabaseProvider on, string how)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await SignedAsync(office);
        if (how is "expired" or "run out, before the job saw it")
            office.Clock.GoTo(release.ExpiresOn!.Value, 12, 0);
        var token = await TokenAsync(office, maria, @case, release);
        (await OpenAsync(office, token)).Did("ReleaseLinkOpened");
        switch (how)
        {
            case "withdrawn":
                await office.DoAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, Actor.Constituent(@case.Id), default));
                break;
            case "replaced":
                office.Clock.Advance(TimeSpan.FromHours(1));
                await office.DoAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, "SSA"), maria, default));
                await office.Given.Signature(@case.Id);
                break;
            case "closed":
                await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.InformationGiven, "All is well now."), maria, default));
                break;
            default:
                office.Clock.GoTo(release.ExpiresOn!.Value.AddDays(1), 0, 5);
                if (how == "expired")
                    Assert.Equal(1, await office.SweepAsync<ReleaseExpiredJob>());
                break;
        }

        await OpensNothingAsync(office, token);
        if (how != "closed")
            (await ShareAsync(office, maria, new(@case.Id, null, release.Id, Liaison, 7, Guid.CreateVersion7()))).Refused(NotInForce);
    }

    [Theory, OnBoth]
    public async Task Concurrent_views_are_all_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await SignedAsync(office);
        var token = await TokenAsync(office, maria, @case, release);
        var outcomes = await office.AtOnceAsync<OpenSharedRelease>(4, async o =>
        {
            var outcome = await o.ExecuteAsync(token, Actor.Anonymous, default);
            if (outcome is OpenRelease.Opened opened)
                await opened.Content.DisposeAsync();
            return outcome;
        });
        Assert.All(outcomes, o => Assert.True(o.Succeeded));
        Assert.Equal(4, (await LinesAsync(office, @case, release)).Single().Views);
    }

    private static async Task<(Actor Maria, Case File, PrivacyRelease Release)> SignedAsync(DomainHost office)
    {
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        return (maria, @case, await office.Given.Release(@case.Id));
    }

    private static Task<Trial> ShareAsync(DomainHost office, Actor actor, ShareRelease.Command command) =>
        office.TryAsync<ShareRelease>(o => o.ExecuteAsync(command, actor, default));

    private static async Task<string> TokenAsync(DomainHost office, Actor actor, Case @case, PrivacyRelease release, int days = 7) =>
        ((ShareRelease.Shared)await office.DoAsync<ShareRelease>(o => o.ExecuteAsync(
            new(@case.Id, null, release.Id, Liaison, days, Guid.CreateVersion7()), actor, default))).Token;

    private static Task<Trial> RevokeAsync(DomainHost office, Actor actor, ReleaseShare share) =>
        office.TryAsync<RevokeShare>(o => o.ExecuteAsync(new(share.CaseId, share.ReleaseId, share.Id), actor, default));

    private static Task<Trial> OpenAsync(DomainHost office, string token) =>
        office.TryAsync<OpenSharedRelease>(o => o.ExecuteAsync(token, Actor.Anonymous, default));

    private static Task<OpenSharedRelease.Announced?> FindAsync(DomainHost office, string? token) =>
        office.WithAsync<OpenSharedRelease, OpenSharedRelease.Announced?>(o => o.FindAsync(token, default));

    private static async Task OpensNothingAsync(DomainHost office, string token)
    {
        foreach (var tried in (string?[])[token, "never-was", "", null, new string('x', 5000)])
        {
            Assert.Null(await FindAsync(office, tried));
            (await office.TryAsync<OpenSharedRelease>(o => o.ExecuteAsync(tried, Actor.Anonymous, default))).Was<Outcome.NotFound>();
        }
    }

    private static async Task<IReadOnlyList<ReleaseShareLine>> LinesAsync(DomainHost office, Case @case, PrivacyRelease release) =>
        (await office.WithAsync<ReleaseShares, (PrivacyRelease Release, IReadOnlyList<ReleaseShareLine> Lines)?>(o => o.ReadAsync(
            @case.Id, release.Id, default)))!.Value.Lines;

    private static async Task<string> HashAsync(Trial opened)
    {
        await using var content = Assert.IsType<OpenRelease.Opened>(opened.Outcome).Content;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
    }
}
