using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases;

public sealed class RevealIdentifierTests
{
    [Theory, OnBoth("ssn"), OnBoth("Ssn")]
    public async Task Each_reveal_is_recorded_without_the_number(DatabaseProvider on, string name)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        for (var look = 0; look < 2; look++)
        {
            var did = (await office.TryAsync<RevealIdentifier>(o => o.ExecuteAsync(new(@case.Id, name), maria, default))).Did("IdNumberViewed");
            Assert.Equal("219-09-9999", Assert.IsType<RevealIdentifier.Revealed>(did.Outcome).Value);
            Assert.DoesNotContain("9999", did.Entries[0].Payload, StringComparison.Ordinal);
        }
    }

    [Theory, OnBoth]
    public async Task A_number_that_was_not_given_cannot_be_revealed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        (await office.TryAsync<RevealIdentifier>(o => o.ExecuteAsync(new(@case.Id, "PassportNumber"), maria, default))).Was<Outcome.NotFound>();
    }
}
