using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Demo;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Support;
using Portal.Web.Hosting;

namespace Portal.Tests.Web.Hosting;

/// <summary>The hosting pipeline around failing endpoints, outside Development.</summary>
public sealed class HostingTests : IAsyncLifetime
{
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            EnvironmentName = "Production",
            Args = ["--Portal:Limits:code:Permits=2", "--Portal:Limits:code:Seconds=90", "--Portal:Limits:everything:Permits=9"],
        });
        builder.AddPortalHosting();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(TestDatabase.Keys)
            .AddSingleton<SecretCode>().AddSingleton<BlindIndex>().AddSingleton<SystemCipher>()
            .AddSingleton<HeldFiles>().AddSingleton<IDocumentStore>(new FolderDocumentStore(Path.GetTempPath()))
            .AddSingleton(new UploadSpool(Directory.CreateTempSubdirectory("portal-").FullName))
            .AddSingleton(new PracticeMode(false))
            .AddScoped(_ => Portal.BackOffice.Kit.OfficeCard.Placeholder);
        builder.WebHost.UseTestServer();
        app = builder.Build();
        app.UsePortalHosting();
        app.MapPortalHosting();
        app.MapRazorPages().WithStaticAssets();
        app.MapMethods("/boom", ["GET", "POST"], () => { throw new InvalidOperationException("secret detail"); });
        app.MapMethods("/limited", ["GET", "POST"], () => "ok").RequireRateLimiting(RateLimits.Code);
        app.MapGet("/download", () => Results.File("bytes"u8.ToArray(), "application/pdf", "bytes.pdf"));
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_crash_shows_a_page_with_a_number_and_no_details(string method)
    {
        using var response = await app.GetTestClient().SendAsync(new(new HttpMethod(method), "/boom"));
        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Something went wrong on our end", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", html, StringComparison.Ordinal);
        Assert.Matches("give us this number: <span translate=\"no\">[0-9a-f]{12}<", html);
        Assert.Contains("frame-ancestors 'none'", string.Join("", response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000; includeSubDomains", string.Join("", response.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Too_many_posts_are_limited_but_reading_is_not()
    {
        using var client = app.GetTestClient();
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/limited", null)).StatusCode);
        using var refused = await client.PostAsync("/limited", null);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 90);
        Assert.Contains("Too many attempts", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/limited")).StatusCode);
    }

    [Fact]
    public async Task Reading_is_limited_too_but_not_static_files()
    {
        using var client = app.GetTestClient();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 10; i++)
            statuses.Add((await client.GetAsync(i % 2 == 0 ? "/download" : "/not-there")).StatusCode);
        Assert.Equal(9, statuses.Count(s => s is HttpStatusCode.OK or HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/css/site.css")).StatusCode);
    }

    [Fact]
    public async Task Downloads_have_a_stricter_content_policy()
    {
        using var response = await app.GetTestClient().GetAsync("/download");
        Assert.Equal(["sandbox"], response.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task The_sample_page_exists_only_in_development() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetTestClient().GetAsync("/dev/forms")).StatusCode);
}
