using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Paper.Sealing;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases;

public sealed class SignReleaseTests
{
    private const string NotNeeded = "This release no longer needs a signature.";

    [Theory, OnBoth]
    public async Task Signing_freezes_the_text_seals_the_document_and_returns_the_turn_to_the_office(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var command = await office.Given.SigningOf(await office.Given.Release(@case.Id)) with { TypedName = " ana garcia " };
        (await SignAsync(office, @case.Id, command)).Did("ReleaseSigned", "ReleaseSignedMail to " + Answers.Email);
        var release = await office.NowAsync<PrivacyRelease>(command.ReleaseId);
        var signature = release.Signature!;
        Assert.Equal((ReleaseStatus.Signed, new DateOnly(2027, 11, 18)), (release.Status, release.ExpiresOn));
        Assert.Equal(
            ("ana garcia", command.ShownSha256, office.Clock.Utc, SigningMethod.Electronic),
            (signature.NameAsTyped.Text, signature.TextSha256, signature.SignedAt, signature.Method));
        Assert.Equal((IdentityAssurance.EmailConfirmed, "203.0.113.7", "Test browser"), (signature.Assurance, signature.RemoteAddress.Text, signature.UserAgent.Text));
        Assert.Equal(CaseStatus.InReview, (await office.NowAsync<Case>(@case.Id)).Status);
        (await SignAsync(office, @case.Id, command)).ChangedNothing();

        var opened = (OpenRelease.Opened)await office.DoAsync<OpenRelease>(o => o.ExecuteAsync(release.Id, Actor.Constituent(@case.Id), default));
        using var pdf = new MemoryStream();
        await using (opened.Content)
            await opened.Content.CopyToAsync(pdf);
        Assert.Equal(signature.PdfSha256, Convert.ToHexStringLower(SHA256.HashData(pdf.ToArray())));
        Assert.IsType<SealVerdict.Sealed>(PdfVerification.Verify(pdf.ToArray(), office.Services.GetRequiredService<SigningCertificate>().Trusted));
        Assert.True((await office.VerifyAsync(new() { Pdf = pdf.ToArray() })).Genuine);
    }

    [Theory, OnBoth]
    public async Task Signing_without_consent_or_with_another_text_or_name_is_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var right = await office.Given.SigningOf(await office.Given.Release(@case.Id));
        (await SignAsync(office, @case.Id, right with { ShownSha256 = new string('0', 64) })).Was<SignRelease.TextChanged>();
        (await SignAsync(office, @case.Id, right with { AgreedToSignElectronically = false }))
            .Refused("Check the box to sign electronically, or print the form and sign it in ink.");
        foreach (var name in new[] { "", "...", "Ana", "Luz García" })
            (await SignAsync(office, @case.Id, right with { TypedName = name })).Was<SignRelease.NameDiffers>();
        Assert.Empty(await FilesAsync(office));
    }

    [Theory, OnBoth]
    public async Task Staff_cannot_sign_for_the_constituent(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var administrator = await office.Given.Staff(StaffRole.Administrator, "Olga");
        var @case = await office.Given.AcceptedCase(administrator);
        var command = await office.Given.SigningOf(await office.Given.Release(@case.Id));
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, administrator, default))).NotPermitted(Permission.OwnCase);
    }

    [Theory, OnBoth]
    public async Task Concurrent_signings_leave_one_signature_and_one_file(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var command = await office.Given.SigningOf(await office.Given.Release(@case.Id));
        var outcomes = await office.AtOnceAsync<SignRelease>(3, o => o.ExecuteAsync(command, Actor.Constituent(@case.Id), default));
        Assert.Contains(outcomes, o => o.Succeeded);
        var release = await office.NowAsync<PrivacyRelease>(command.ReleaseId);
        Assert.Equal([release.Signature!.PdfName], (await FilesAsync(office)).Select(f => f.Name));
    }

    [Theory, OnBoth]
    public async Task A_newer_signature_replaces_the_older_one(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        var old = await office.Given.Release(@case.Id);
        office.Clock.Advance(TimeSpan.FromHours(1));
        (await office.TryAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, "SSA"), maria, default)))
            .Did("ReleaseRequested", "ReleaseRequestedMail to " + Answers.Email);
        var signed = await office.Given.Signature(@case.Id);
        var before = await office.NowAsync<PrivacyRelease>(old.Id);
        Assert.Equal((ReleaseStatus.Superseded, signed.Id), (before.Status, before.SupersededById!.Value));
    }

    [Theory, OnBoth]
    public async Task An_agency_form_published_after_the_text_was_shown_must_be_read_first(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var release = await office.Given.Release(@case.Id);
        var before = await office.Given.SigningOf(release);
        await AgencyForms.AgencyFormTests.PublishedAsync(office);
        (await SignAsync(office, @case.Id, before)).Was<SignRelease.TextChanged>();
        var read = await office.Given.SigningOf(release);
        Assert.NotEqual(before.ShownSha256, read.ShownSha256);
        await office.DoAsync<SignRelease>(o => o.ExecuteAsync(read, Actor.Constituent(@case.Id), default));
    }

    [Theory, OnBoth]
    public async Task A_withdrawn_release_can_no_longer_be_signed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var command = await office.Given.SigningOf(await office.Given.Release(@case.Id));
        await office.DoAsync<WithdrawRelease>(o => o.ExecuteAsync(command.ReleaseId, Actor.Constituent(@case.Id), default));
        (await SignAsync(office, @case.Id, command)).Refused(NotNeeded);
        (await office.TryAsync<SaveReleaseDetails>(o => o.ExecuteAsync(
                new(command.ReleaseId, new() { LegalName = "Ana", Records = "All" }), Actor.Constituent(@case.Id), default)))
            .Refused(NotNeeded);
    }

    private static Task<Trial> SignAsync(DomainHost office, Guid caseId, SignRelease.Command command) =>
        office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, Actor.Constituent(caseId), default));

    private static Task<List<StoredFile>> FilesAsync(DomainHost office) =>
        office.WithAsync<IDocumentStore, List<StoredFile>>(async store => await store.ListAsync(default).ToListAsync());
}
