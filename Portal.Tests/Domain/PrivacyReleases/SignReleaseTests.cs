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
    private const string Over = "This release no longer needs a signature.";

    [Theory, OnBoth]
    public async Task Freezes_the_text_seals_the_paper_and_gives_the_case_back_to_the_office(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var file = await office.Given.AcceptedCase(maria);
        var command = await office.Given.SigningOf(await office.Given.Release(file.Id)) with { TypedName = " ana garcia " };
        (await SignAsync(office, file.Id, command)).Did("ReleaseSigned", "ReleaseSignedMail to " + Answers.Email);
        var release = await office.NowAsync<PrivacyRelease>(command.ReleaseId);
        var signature = release.Signature!;
        Assert.Equal((ReleaseStatus.Signed, new DateOnly(2027, 11, 18)), (release.Status, release.ExpiresOn));
        Assert.Equal(("ana garcia", command.ShownSha256, office.Clock.Utc, SigningMethod.Electronic), (signature.NameAsTyped, signature.TextSha256, signature.SignedAt, signature.Method));
        Assert.Equal((IdentityAssurance.EmailConfirmed, "203.0.113.7", "Test browser"), (signature.Assurance, signature.RemoteAddress, signature.UserAgent));
        Assert.Equal(CaseStatus.InReview, (await office.NowAsync<Case>(file.Id)).Status);
        (await SignAsync(office, file.Id, command)).ChangedNothing();

        var opened = (OpenRelease.Opened)await office.DoAsync<OpenRelease>(o => o.ExecuteAsync(release.Id, Actor.Constituent(file.Id), default));
        using var pdf = new MemoryStream();
        await using (opened.Content)
            await opened.Content.CopyToAsync(pdf);
        Assert.Equal(signature.PdfSha256, Convert.ToHexStringLower(SHA256.HashData(pdf.ToArray())));
        Assert.IsType<SealVerdict.Sealed>(PdfVerification.Verify(pdf.ToArray(), office.Services.GetRequiredService<SigningCertificate>().Trusted));
        Assert.True((await office.VerifyAsync(new() { Pdf = pdf.ToArray() })).Genuine);
    }

    [Theory, OnBoth]
    public async Task Refuses_another_text_no_consent_and_another_name(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var file = await office.Given.AcceptedCase(maria);
        var right = await office.Given.SigningOf(await office.Given.Release(file.Id));
        (await SignAsync(office, file.Id, right with { ShownSha256 = new string('0', 64) })).Was<SignRelease.TextChanged>();
        (await SignAsync(office, file.Id, right with { AgreedToSignElectronically = false }))
            .Refused("Check the box to sign electronically, or print the form and sign it in ink.");
        foreach (var name in new[] { "", "...", "Ana", "Luz García" })
            (await SignAsync(office, file.Id, right with { TypedName = name })).Was<SignRelease.NameDiffers>();
        Assert.Empty(await FilesAsync(office));
    }

    [Theory, OnBoth]
    public async Task Only_the_person_signs_never_staff_for_them(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.Administrator, "Olga");
        var file = await office.Given.AcceptedCase(boss);
        var command = await office.Given.SigningOf(await office.Given.Release(file.Id));
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, boss, default))).NotPermitted(Permission.OwnCase);
    }

    [Theory, OnBoth]
    public async Task Signed_by_two_at_once_there_is_one_signature_and_one_file(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var file = await office.Given.AcceptedCase(maria);
        var command = await office.Given.SigningOf(await office.Given.Release(file.Id));
        var outcomes = await office.AtOnceAsync<SignRelease>(3, o => o.ExecuteAsync(command, Actor.Constituent(file.Id), default));
        Assert.Contains(outcomes, o => o.Succeeded);
        var release = await office.NowAsync<PrivacyRelease>(command.ReleaseId);
        Assert.Equal([release.Signature!.PdfName], (await FilesAsync(office)).Select(f => f.Name));
    }

    [Theory, OnBoth]
    public async Task A_newer_signature_takes_the_place_of_the_older(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var file = await office.Given.SignedCase(maria);
        var old = await office.Given.Release(file.Id);
        office.Clock.Advance(TimeSpan.FromHours(1));
        (await office.TryAsync<AskForRelease>(o => o.ExecuteAsync(new(file.Id, null, "SSA"), maria, default))).Did("ReleaseRequested", "ReleaseRequestedMail to " + Answers.Email);
        var signed = await office.Given.Signature(file.Id);
        var before = await office.NowAsync<PrivacyRelease>(old.Id);
        Assert.Equal((ReleaseStatus.Superseded, signed.Id), (before.Status, before.SupersededById!.Value));
    }

    [Theory, OnBoth]
    public async Task Nobody_signs_a_form_of_the_agency_that_they_did_not_read(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var file = await office.Given.AcceptedCase(maria);
        var release = await office.Given.Release(file.Id);
        var before = await office.Given.SigningOf(release);
        await Agencies.Forms.AgencyFormTests.PublishedAsync(office);
        (await SignAsync(office, file.Id, before)).Was<SignRelease.TextChanged>();
        var read = await office.Given.SigningOf(release);
        Assert.NotEqual(before.ShownSha256, read.ShownSha256);
        await office.DoAsync<SignRelease>(o => o.ExecuteAsync(read, Actor.Constituent(file.Id), default));
    }

    [Theory, OnBoth]
    public async Task A_withdrawn_request_and_a_closed_case_wait_for_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var file = await office.Given.AcceptedCase(maria);
        var command = await office.Given.SigningOf(await office.Given.Release(file.Id));
        await office.DoAsync<WithdrawRelease>(o => o.ExecuteAsync(command.ReleaseId, Actor.Constituent(file.Id), default));
        (await SignAsync(office, file.Id, command)).Refused(Over);
        (await office.TryAsync<SaveReleaseDetails>(o => o.ExecuteAsync(new(command.ReleaseId, new() { LegalName = "Ana", Records = "All" }), Actor.Constituent(file.Id), default))).Refused(Over);
    }

    private static Task<Trial> SignAsync(DomainHost office, Guid caseId, SignRelease.Command command) =>
        office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, Actor.Constituent(caseId), default));

    private static Task<List<StoredFile>> FilesAsync(DomainHost office) =>
        office.WithAsync<IDocumentStore, List<StoredFile>>(async store => await store.ListAsync(default).ToListAsync());
}
