using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Hosting;

/// <summary>A Host header that isn't ours is refused and comes back nowhere.</summary>
public sealed class HostTests(HostTests.Site site) : IClassFixture<HostTests.Site>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/office")]
    [InlineData("/office/queue?filter=x")]
    [InlineData("/request/done")]
    [InlineData("/language/es?back=/status")]
    [InlineData("/not-there")]
    [InlineData("/css/site.css")]
    public async Task A_foreign_host_is_refused_without_being_repeated(string path)
    {
        using var browser = site.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };
        var response = await site.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("evil.example", response + await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office/queue?filter=x", "/office/sign-in?returnUrl=%2Foffice%2Fqueue%3Ffilter%3Dx")]
    [InlineData("/office/account", "/office/sign-in?returnUrl=%2Foffice%2Faccount")]
    [InlineData("/request/done", "/status")]
    [InlineData("/status/case", "/status?ended=true")]
    [InlineData("/language/es?back=/status", "/status")]
    [InlineData("/release/unknown/pdf", "/release/unknown/done")]
    public async Task Redirects_name_no_host(string path, string to)
    {
        using var response = await site.SendAsync(new(HttpMethod.Get, path));
        Assert.Equal(to, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("[::1]")]
    [InlineData("other.example.gov")]
    public async Task Our_own_names_are_served(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };
        Assert.Equal(HttpStatusCode.OK, (await site.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Health_probes_may_come_by_any_name()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz") { Headers = { Host = "10.0.0.7" } };
        Assert.Equal(HttpStatusCode.OK, (await site.SendAsync(request)).StatusCode);
    }

    public sealed class Site : SiteHost
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:Hosts:0", "other.example.gov")];

        public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
            new HttpClient(Server.CreateHandler()) { BaseAddress = Address }.SendAsync(request);
    }
}
