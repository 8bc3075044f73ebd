using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Portal.Tests.Web.Hosting;

public sealed class ShellTests(ShellTests.Site site) : IClassFixture<ShellTests.Site>
{
    [Theory]
    [InlineData("/css/base.css", "text/css")]
    [InlineData("/css/site.css", "text/css")]
    [InlineData("/css/office.css", "text/css")]
    [InlineData("/js/site.js", "text/javascript")]
    [InlineData("/lib/uswds/css/uswds.min.css", "text/css")]
    [InlineData("/lib/uswds/fonts/public-sans/PublicSans-Bold.woff2", "font/woff2")]
    [InlineData("/lib/altcha/altcha.min.js", "text/javascript")]
    [InlineData("/lib/altcha/pbkdf2.js", "text/javascript")]
    public async Task Shared_files_are_served(string path, string type)
    {
        using var response = await site.CreateClient().GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void PDF_fonts_are_installed_next_to_the_program() =>
        Assert.All(
            ["Regular", "Bold", "Italic", "BoldItalic"],
            style => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "fonts", $"PublicSans-{style}.ttf"))));

    [Theory]
    [InlineData("/dev/forms", HttpStatusCode.OK)]
    [InlineData("/altcha", HttpStatusCode.OK)]
    [InlineData("/css/site.css", HttpStatusCode.OK)]
    [InlineData("/not-there", HttpStatusCode.NotFound)]
    [InlineData("/language/fr", HttpStatusCode.NotFound)]
    [InlineData("/error/500", HttpStatusCode.NotFound)]
    public async Task Every_response_has_security_headers(string path, HttpStatusCode status)
    {
        using var response = await site.CreateClient().GetAsync(path);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains("frame-ancestors 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(response, "Referrer-Policy"));
        Assert.NotEmpty(Header(response, "Permissions-Policy"));
        if (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/json")
            Assert.Equal("no-store", Header(response, "Cache-Control"));
    }

    [Fact]
    public async Task The_error_summary_follows_page_order_and_repeats_the_field_errors()
    {
        using var client = site.CreateClient();
        var page = await Read(await client.GetAsync("/dev/forms"));
        using var response = await client.PostAsync("/dev/forms", Form(page, ("Input.Name", "Ana <b>"), ("Input.BirthDate.Year", "1986")));
        page = await Read(response);

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var lines = page.QuerySelectorAll("#error-summary li a");
        Assert.Equal(
            ["#Input_Email", "#Input_BirthDate", "#Input_State", "#Input_Kind", "#Input_Needs", "#Input_Story", "#Input_Agrees"],
            lines.Select(l => l.GetAttribute("href")));
        foreach (var line in lines)
        {
            var target = page.QuerySelector(line.GetAttribute("href")!)!;
            var error = target.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!)
                .Single(e => e.ClassList.Contains("usa-error-message"));
            Assert.Equal($"Error: {line.TextContent}", error.TextContent);
        }

        Assert.Equal("Ana <b>", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal("1986", page.QuerySelector("#Input_BirthDate_Year")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("[disabled]"));
    }

    [Fact]
    public async Task An_expired_form_says_that_nothing_was_sent()
    {
        using var response = await site.CreateClient().PostAsync("/dev/forms", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Nothing was sent.", (await Read(response)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es-MX,es;q=0.9,en;q=0.8", "es")]
    [InlineData("fr,en;q=0.5", "en")]
    [InlineData("en;q=0.1,es;q=0.2", "es")]
    [InlineData("xx-nonsense;;", "en")]
    public async Task The_language_follows_the_browser(string asked, string language)
    {
        using var client = site.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", asked);
        Assert.Equal(language, (await Read(await client.GetAsync("/dev/forms"))).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/dev/forms?errors=true", "/dev/forms?errors=true")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task Choosing_a_language_returns_only_to_this_site(string back, string expected)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        using var response = await client.GetAsync("/language/es?back=" + Uri.EscapeDataString(back));
        Assert.Equal(expected, response.Headers.Location?.OriginalString);
        var page = await Read(await client.GetAsync("/dev/forms"));
        Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("English", page.QuerySelector("[lang=en][formaction*=switch]")!.TextContent);
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(",", response.Headers.GetValues(name));

    private static async Task<IDocument> Read(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync());

    private static MultipartFormDataContent Form(IDocument page, params (string Name, string Value)[] values)
    {
        var form = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("main form input[type=hidden]"))
            form.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        foreach (var (name, value) in values)
            form.Add(new StringContent(value), name);
        return form;
    }

    public sealed class Site : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder) =>
            builder.UseSetting("environment", "Development")
                .UseSetting("Portal:Demo", "false")
                .UseSetting("Portal:DataDirectory", Directory.CreateTempSubdirectory("portal-shell-").FullName);
    }
}
