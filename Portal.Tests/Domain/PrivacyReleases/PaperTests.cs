using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases;

/// <summary>A release on paper: requested, printed, signed by hand, sent back, checked, then accepted or refused.</summary>
public sealed class PaperTests
{
    private static readonly CheckPoint[] Everything = Enum.GetValues<CheckPoint>();

    [Theory, OnBoth]
    public async Task An_ink_release_is_printed_photographed_and_accepted(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await InkAsync(office);
        var person = Actor.Constituent(@case.Id);
        var command = await office.Given.SigningOf(release);
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, person, default)))
            .Refused("{0} accepts only ink signatures. We've filled in the form for you to print.");
        Assert.IsType<PrintRelease.Printed>(await office.WithAsync<PrintRelease, Outcome>(o => o.ExecuteAsync(release.Id, true, person, default)));

        (await office.TryAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, "photo.png", new MemoryStream(Sample.Png())), person, default)))
            .Did(["DocumentReceived", "SignedFormReceived"]);
        (await office.TryAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, "photo.png", new MemoryStream(Sample.Png())), person, default)))
            .ChangedNothing();
        Assert.True((await office.ProgressAsync(@case.Id)).IsTurnOf(Turn.Office));
        var missing = (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case, agency: "USCIS"), maria, default)))
            .Was<SendInquiry.ReleaseMissing>();
        Assert.Equal(GapKind.ToCheck, missing.Missing.First.Kind);

        var version = (await office.NowAsync<PrivacyRelease>(release.Id)).Version;
        AcceptRelease.Command Accept(DateOnly? day, params CheckPoint[] points) => new(release.Id, version, day, points);
        (await TryAcceptAsync(office, Accept(office.Clock.Today, Everything), maria))
            .Refused("This file can't be opened. It's still being checked for viruses, or the check found a threat.");
        await office.SweepAsync<DocumentPendingJob>();
        (await TryAcceptAsync(office, Accept(office.Clock.Today, CheckPoint.Dated), maria))
            .Refused("Some items aren't checked. Check “{0}”, or reject the release.");
        (await TryAcceptAsync(office, Accept(null, Everything), maria)).Refused("Enter the date written on the form. It can't be in the future.");
        (await TryAcceptAsync(office, Accept(office.Clock.Today.AddDays(1), Everything), maria))
            .Refused("Enter the date written on the form. It can't be in the future.");
        (await TryAcceptAsync(office, Accept(office.Clock.Today, Everything) with { Version = version + 7 }, maria)).Was<Outcome.Stale>();
        (await TryAcceptAsync(office, Accept(office.Clock.Today, Everything), maria))
            .Did(["ReleaseSigned", "ReleaseAccepted"], "ReleaseSignedMail to " + Answers.Email);
        (await TryAcceptAsync(office, Accept(office.Clock.Today, Everything), maria)).ChangedNothing();

        var signed = await office.NowAsync<PrivacyRelease>(release.Id);
        Assert.Equal((SigningMethod.Ink, ReleaseStatus.Signed, maria.Id), (signed.Signature!.Method, signed.Status, signed.Signature.CheckedById));
        (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case, agency: "USCIS"), maria, default)))
            .Did("InquirySent", "AgencyContactedMail to " + Answers.Email);
    }

    [Theory, OnBoth]
    public async Task Pages_photographed_one_by_one_are_all_sealed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await InkAsync(office);
        var person = Actor.Constituent(@case.Id);
        byte[][] pages = [Sample.Png(), Sample.Png(2, 2), Sample.Png(3, 3)];
        foreach (var (page, name) in pages.Zip((string[])["one.png", "two.png", "three.png"]))
            await office.DoAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, name, new MemoryStream(page)), person, default));
        var checking = await office.NowAsync<PrivacyRelease>(release.Id);
        var papers = (await office.AllAsync<Document>()).Where(d => d.CaseId == @case.Id).OrderBy(d => d.Id != checking.PaperDocumentId).ToList();
        var strange = (await office.Given.SubmittedCase()).Id;
        await office.DoAsync<AddDocument>(o => o.ExecuteAsync(
            new(strange, "other.png", new MemoryStream(Sample.Png(50, 50))), Actor.Constituent(strange), default));
        var ofOther = (await office.AllAsync<Document>()).Single(d => d.CaseId == strange);
        var command = new AcceptRelease.Command(release.Id, checking.Version, office.Clock.Today, Everything)
        {
            FurtherPages = [papers[1].Id, papers[2].Id, papers[1].Id, ofOther.Id]
        };
        (await TryAcceptAsync(office, command, maria)).Refused("This file can't be opened. It's still being checked for viruses, or the check found a threat.");
        await office.SweepAsync<DocumentPendingJob>();
        (await TryAcceptAsync(office, command, maria)).Did(["ReleaseSigned", "ReleaseAccepted"], "ReleaseSignedMail to " + Answers.Email);

        await using var content = Assert.IsType<OpenRelease.Opened>(await office.WithAsync<OpenRelease, Outcome>(o => o.ExecuteAsync(
            release.Id, maria, default))).Content;
        using var pdf = new MemoryStream();
        await content.CopyToAsync(pdf);
        var words = Portal.Tests.Domain.Paper.PdfTools.Words(pdf.ToArray());
        Assert.All(
            papers,
            p => Assert.Contains(
                p.Sha256, words.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.DoesNotContain(ofOther.Sha256, words, StringComparison.Ordinal);
        Assert.Contains("file 3 of 3", words, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_sealed_document_is_the_form_that_was_printed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await InkAsync(office);
        var details = await office.WithAsync<Vault, ReleaseDetails>(async v => ReleaseJson.Details(await v.OpenAsync(@case.Id, default), release));
        await office.DoAsync<SaveReleaseDetails>(o => o.ExecuteAsync(
            new(release.Id, details with { OtherNames = "Only the signer wrote this" }), Actor.Constituent(@case.Id), default));
        await office.DoAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, "", null) { KeptAt = "Folder" }, maria, default));
        release = await office.NowAsync<PrivacyRelease>(release.Id);
        details = await office.WithAsync<Vault, ReleaseDetails>(async v => ReleaseJson.Details(await v.OpenAsync(@case.Id, default), release));
        var agency = await office.ReadAsync(db => db.AgencyOfAsync(release, default));
        var possible = await office.WithAsync<SignedPapers, IReadOnlyList<SignedPaper>>(p => p.OfAsync(release, details, agency, default));
        Assert.Equal(2, possible.Count);
        (await TryAcceptAsync(office, new(release.Id, release.Version, office.Clock.Today, Everything) { Paper = "nothing" }, maria))
            .Refused("Choose which form was signed.");
        await office.DoAsync<AcceptRelease>(o => o.ExecuteAsync(
            new(release.Id, release.Version, office.Clock.Today, Everything) { Paper = possible[1].Key }, maria, default));
        var signature = (await office.NowAsync<PrivacyRelease>(release.Id)).Signature!;
        Assert.StartsWith(possible[1].Key.ToLowerInvariant(), signature.TextSha256, StringComparison.Ordinal);
        Assert.Equal("", signature.IdentifiersGiven);
        await using var content = Assert.IsType<OpenRelease.Opened>(await office.WithAsync<OpenRelease, Outcome>(o => o.ExecuteAsync(
            release.Id, maria, default))).Content;
        using var pdf = new MemoryStream();
        await content.CopyToAsync(pdf);
        Assert.DoesNotContain("Only the signer", Portal.Tests.Domain.Paper.PdfTools.Words(pdf.ToArray()), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_mark_on_paper_needs_witnesses_with_name_and_address(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await InkAsync(office);
        var details = await office.WithAsync<Vault, ReleaseDetails>(async v => ReleaseJson.Details(await v.OpenAsync(@case.Id, default), release));
        await office.DoAsync<SaveReleaseDetails>(o => o.ExecuteAsync(new(release.Id, details with { ByMark = true }), Actor.Constituent(@case.Id), default));
        await office.DoAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, "", null) { KeptAt = "Folder" }, maria, default));
        var version = (await office.NowAsync<PrivacyRelease>(release.Id)).Version;
        Task<Trial> WithAsync(params MarkWitness[] witnesses) =>
            TryAcceptAsync(office, new(release.Id, version, office.Clock.Today, Everything) { Witnesses = witnesses }, maria);
        (await WithAsync(new("Bo Lee", "1 A Street"), new("Cy Ray", " "))).Refused("Enter the name and address of each witness to the mark. Number needed: {0}.");
        (await WithAsync(new("Bo Lee", "1 A Street"), new("bo lee", "2 B Street")))
            .Refused("Each witness must be a different person, and none can be the signer.");
        (await WithAsync(new("Bo Lee", "1 A Street"), new("Cy Ray", "2 B Street")))
            .Did(["ReleaseSigned", "ReleaseAccepted"], "ReleaseSignedMail to " + Answers.Email);
    }

    [Theory, OnBoth]
    public async Task After_a_refusal_a_new_form_can_be_sent_with_the_same_link(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await InkAsync(office);
        await office.DoAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, "", null) { KeptAt = "Folder" }, maria, default));
        var version = (await office.NowAsync<PrivacyRelease>(release.Id)).Version;
        (await office.TryAsync<RefuseRelease>(o => o.ExecuteAsync(new(release.Id, version, RefusalReason.NotDated), maria, default)))
            .Did("ReleaseRefused", "ReleaseRefusedMail to " + Answers.Email);
        (await office.TryAsync<RefuseRelease>(o => o.ExecuteAsync(new(release.Id, version, RefusalReason.NotDated), maria, default))).Was<Outcome.Stale>();
        var again = await office.NowAsync<PrivacyRelease>(release.Id);
        Assert.Equal((ReleaseStatus.Requested, RefusalReason.NotDated, release.LinkToken), (again.Status, again.RefusalReason, again.LinkToken));
        Assert.True((await office.ProgressAsync(@case.Id)).IsTurnOf(Turn.Constituent));
        (await office.TryAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, "", null) { KeptAt = "Folder" }, maria, default))).Did("SignedFormReceived");
    }

    [Theory, OnBoth]
    public async Task Only_staff_may_record_a_paper_form_without_a_scan_and_must_say_where_it_is(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, release) = await InkAsync(office);
        const string Wanted = "Choose a photo or scan, or enter where the signed form is kept, up to 200 characters.";
        (await office.TryAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, "", null), maria, default))).Refused(Wanted);
        (await office.TryAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, "", null) { KeptAt = new('x', 201) }, maria, default))).Refused(Wanted);
        (await office.TryAsync<ReceivePaper>(o => o.ExecuteAsync(
                new(release.Id, "", null) { KeptAt = "Home" }, Actor.Constituent(@case.Id), default)))
            .Refused(Wanted);
        await office.DoAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, "", null) { KeptAt = "Counter, folder 3" }, maria, default));
        var version = (await office.NowAsync<PrivacyRelease>(release.Id)).Version;
        (await TryAcceptAsync(office, new(release.Id, version, office.Clock.Today.AddDays(-2), Everything) { IdentitySeen = true }, maria))
            .Did(["ReleaseSigned", "ReleaseAccepted"], "ReleaseSignedMail to " + Answers.Email);
        Assert.Equal(IdentityAssurance.IdentityProofed, (await office.NowAsync<PrivacyRelease>(release.Id)).Signature!.Assurance);
    }

    [Theory, OnBoth]
    public async Task Concurrent_acceptances_leave_one_seal(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, _, release) = await InkAsync(office);
        await office.DoAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, "", null) { KeptAt = "Folder" }, maria, default));
        var version = (await office.NowAsync<PrivacyRelease>(release.Id)).Version;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => office.WithAsync<AcceptRelease, Outcome>(
            o => o.ExecuteAsync(new(release.Id, version, office.Clock.Today, Everything), maria, default))));
        Assert.Contains(outcomes, o => o.Succeeded);
        Assert.Single(await office.AllAsync<Portal.Domain.Platform.Activity.ActivityEntry>(), e => e.EventName == "ReleaseAccepted");
    }

    private static async Task<(Actor Maria, Case File, PrivacyRelease Release)> InkAsync(DomainHost office)
    {
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria, Answers.Complete("uscis-naturalization"));
        return (maria, @case, await office.Given.Release(@case.Id));
    }

    private static Task<Trial> TryAcceptAsync(DomainHost office, AcceptRelease.Command command, Actor actor) =>
        office.TryAsync<AcceptRelease>(o => o.ExecuteAsync(command, actor, default));
}
