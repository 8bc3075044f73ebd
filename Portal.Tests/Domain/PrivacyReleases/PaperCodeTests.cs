using Portal.Domain.Constituents;
using Portal.Domain.Documents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.Paper;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases;

/// <summary>The code on a printed release identifies the release that a photo shows.</summary>
public sealed class PaperCodeTests
{
    [Theory, OnBoth]
    public async Task A_form_with_the_code_of_another_person_is_not_matched(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase(Answers.Complete("uscis-family-petition"));
        var person = Actor.Constituent(@case.Id);
        var own = await office.Given.Release(@case.Id);
        var photo = Photo(Assert.IsType<PrintRelease.Printed>(await office.WithAsync<PrintRelease, Outcome>(o => o.ExecuteAsync(
            own.Id, true, person, default))).Content);
        await office.DoAsync<AskForRelease>(o => o.ExecuteAsync(
            new(@case.Id, null, "USCIS") { Party = new(PartyRole.Beneficiary, "Luis García", "luis@example.org", "es") }, person, default));
        var other = (await office.AllAsync<PrivacyRelease>()).Single(r => r.Role == PartyRole.Beneficiary);

        (await office.TryAsync<ReceivePaper>(o => o.ExecuteAsync(
            new(other.Id, "photo.png", new MemoryStream(photo)), Actor.Signer(@case.Id, other.Id), default)))
            .Refused("This form has the code of a different release. Send the form for {0}.");
        (await office.TryAsync<ReceivePaper>(o => o.ExecuteAsync(new(own.Id, "photo.png", new MemoryStream(photo)), person, default)))
            .Did(["DocumentReceived", "SignedFormReceived"]);
        var checking = await office.NowAsync<PrivacyRelease>(own.Id);
        Assert.True(checking.PaperMatchedByCode);
        // Nor can it be added as another page; a valid page makes the reviewer look again.
        var others = Photo(Assert.IsType<PrintRelease.Printed>(await office.WithAsync<PrintRelease, Outcome>(o => o.ExecuteAsync(
            other.Id, true, Actor.Signer(@case.Id, other.Id), default))).Content);
        (await office.TryAsync<ReceivePaper>(o => o.ExecuteAsync(new(own.Id, "page2.png", new MemoryStream(others)), person, default)))
            .Refused("This form has the code of a different release. Send the form for {0}.");
        (await office.TryAsync<ReceivePaper>(o => o.ExecuteAsync(
                new(own.Id, "page2.png", new MemoryStream(Domain.Paper.Inspection.Sample.Png(9, 9))), person, default)))
            .Did("DocumentReceived");
        Assert.Equal(checking.Version + 1, (await office.NowAsync<PrivacyRelease>(own.Id)).Version);
        Assert.Equal(2, (await office.AllAsync<Document>()).Count(d => d.PaperOfReleaseId == own.Id));
    }

    [Theory, OnBoth]
    public async Task A_photo_among_case_documents_is_matched_to_its_release(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase(Answers.Complete("uscis-naturalization"));
        var person = Actor.Constituent(@case.Id);
        var release = await office.Given.Release(@case.Id);
        var photo = Photo(Assert.IsType<PrintRelease.Printed>(await office.WithAsync<PrintRelease, Outcome>(o => o.ExecuteAsync(
            release.Id, true, person, default))).Content);
        await office.DoAsync<AddDocument>(o => o.ExecuteAsync(new(@case.Id, "photo.png", new MemoryStream(photo)), person, default));
        await office.SweepAsync<DocumentPendingJob>();
        await office.SweepAsync<PaperArrivedJob>();
        var now = await office.NowAsync<PrivacyRelease>(release.Id);
        Assert.Equal((ReleaseStatus.Checking, true), (now.Status, now.PaperMatchedByCode));
        // Received when it was uploaded, not when it was matched, so later uploads are shown next to it.
        Assert.Equal((await office.AllAsync<Document>()).Single(d => d.CaseId == @case.Id).UploadedAt, now.PaperReceivedAt);

        // Another page of the release, sent the same way, is added to the first.
        await office.DoAsync<AddDocument>(o => o.ExecuteAsync(new(@case.Id, "again.png", new MemoryStream([.. photo, 0])), person, default));
        await office.SweepAsync<DocumentPendingJob>();
        await office.SweepAsync<PaperArrivedJob>();
        Assert.Equal(2, (await office.AllAsync<Document>()).Count(d => d.PaperOfReleaseId == release.Id));
        Assert.Equal(now.Version + 1, (await office.NowAsync<PrivacyRelease>(release.Id)).Version);
    }

    private static byte[] Photo(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("portal-photo-").FullName;
        try
        {
            PdfTools.Run("pdftoppm", pdf, "-r", "120", "-f", "1", "-l", "1", "-png", "-singlefile", "{}", Path.Combine(folder, "page"));
            return File.ReadAllBytes(Path.Combine(folder, "page.png"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
