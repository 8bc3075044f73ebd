using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.Paper;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases;

/// <summary>A form to sign in ink is one thing to sign and send; what is only to be read is a paper of its own.</summary>
public sealed class PaperToKeepTests
{
    [Fact]
    public async Task The_form_is_in_English_and_its_translation_is_with_the_instructions()
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var @case = await office.Given.SubmittedCase(Answers.Complete("uscis-naturalization") with { Language = "es" });
        var release = await office.Given.Release(@case.Id);
        var person = Actor.Constituent(@case.Id);
        var form = PdfTools.Words(((PrintRelease.Printed)await office.WithAsync<PrintRelease, Outcome>(o => o.ExecuteAsync(release.Id, true, person, default))).Content);
        var keep = PdfTools.Words(((PrintRelease.Printed)await office.WithAsync<PrintRelease, Outcome>(o => o.PrintToKeepAsync(release.Id, person, default))).Content);
        Assert.Contains("I authorize", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Autorizo", form, StringComparison.Ordinal);
        Assert.Contains("Autorizo", keep, StringComparison.Ordinal);
        Assert.Contains("No firme ni envíe este papel.", keep, StringComparison.Ordinal);
        Assert.DoesNotContain("219-09-9999", keep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_prints_neither()
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var @case = await office.Given.SubmittedCase();
        var release = await office.Given.Release(@case.Id);
        Assert.IsType<Outcome.NotPermitted>(await office.WithAsync<PrintRelease, Outcome>(o => o.PrintToKeepAsync(release.Id, Actor.Anonymous, default)));
        Assert.IsType<Outcome.NotPermitted>(await office.WithAsync<PrintRelease, Outcome>(o => o.PrintToKeepAsync(release.Id, Actor.Constituent(Guid.CreateVersion7()), default)));
    }
}
