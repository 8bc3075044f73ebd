using Portal.Domain.Cases;
using Portal.Domain.Demo;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;

namespace Portal.Tests.Load;

public sealed class SeedCasesTests
{
    [Theory, OnBoth]
    public async Task Generated_cases_hold_what_the_operations_would_have_stored(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.Given.Caseworker();
        await SeedAsync(office, 300);
        var releases = (await office.AllAsync<PrivacyRelease>()).Where(r => r.Status == ReleaseStatus.Requested).ToLookup(r => r.CaseId, r => r.Id);
        var requests = (await office.AllAsync<InformationRequest>()).Where(r => r.IsOpen).ToLookup(r => r.CaseId, r => r.Id);
        var cases = await office.AllAsync<Case>();
        Assert.Equal((300, 270), (cases.Count, cases.Count(c => c.IsClosed)));
        Assert.All(cases, c => Assert.Equal(releases[c.Id].Concat(requests[c.Id]), c.OpenAsks));
        Assert.All(cases, c => Assert.Equal(c.Status == CaseStatus.AgencyReplied, c.AnswerUntoldSince is not null));
        Assert.Contains(cases, c => c.Status == CaseStatus.WaitingOnConstituent);
        Assert.Contains(cases, c => c.Status == CaseStatus.AgencyReplied);
    }

    [Theory, OnBoth]
    public async Task A_second_run_adds_other_cases_to_the_same_chain(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await SeedAsync(office, 20);
        await SeedAsync(office, 20);
        Assert.Equal(40, (await office.AllAsync<Case>()).Select(c => c.Reference).Distinct().Count());
        Assert.Null((await office.WithAsync<VerifyActivity, ChainReport>(o => o.RunAsync(default))).Problem);
    }

    private static Task<int> SeedAsync(DomainHost office, int cases) => office.WithAsync<SeedCases, int>(async o =>
    {
        await o.RunAsync(new(cases, 1, _ => { }), default);
        return cases;
    });
}
