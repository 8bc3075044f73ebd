using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>A process with only the Public role has no staff pages.</summary>
public sealed class RoleSplitTests(RoleSplitTests.PublicOnly site) : IClassFixture<RoleSplitTests.PublicOnly>
{
    [Fact]
    public async Task A_public_process_maps_no_staff_route()
    {
        Assert.DoesNotContain(site.Routes(), r => r.StartsWith("/office", StringComparison.OrdinalIgnoreCase));
        using var browser = site.Browser();
        foreach (var path in (string[])["/office", "/office/sign-in", "/office/queue", "/Office/Account/SignIn", "/office/demo/x"])
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_public_process_serves_the_whole_journey()
    {
        using var browser = site.Browser();
        var reference = (await browser.AskForHelpAsync(new() { Email = "alone@example.org" })).Reference();
        using var later = site.Browser();
        await later.OpenStatusAsync(site, reference, "alone@example.org");
    }

    public sealed class PublicOnly : SiteHost
    {
        protected override string Roles => "Public";
    }
}
