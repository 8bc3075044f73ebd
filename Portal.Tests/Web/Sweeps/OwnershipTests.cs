using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>Somebody with a session for one case tries every address with the ids of another.</summary>
public sealed class OwnershipTests(SiteWorld site) : IClassFixture<SiteWorld>
{
    public static TheoryData<string> People => ["Anonymous", "Constituent"];

    [Theory]
    [MemberData(nameof(People))]
    public async Task No_one_can_see_the_case_of_another_person(string who)
    {
        var before = await site.PrintsAsync();
        var browser = site.Visitors[who];
        var wrong = new List<string>();
        foreach (var route in site.Routes().Where(r => r.Contains('{') && !r.StartsWith("/office", StringComparison.Ordinal)))
        {
            var address = site.AddressOf(route, site.Theirs);
            wrong.AddRange(Leaks(await browser.GetAsync(address), "GET " + address));
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await site.PrintsAsync());
    }

    [Fact]
    public async Task No_one_can_change_the_case_of_another_person()
    {
        var before = await site.PrintsAsync();
        var browser = site.Visitors["Constituent"];
        var token = (await browser.GetAsync("/status/case")).Form()["__RequestVerificationToken"];
        var wrong = new List<string>();
        (string Address, (string, string)[] Fields)[] posts =
        [
            ($"/status/withdraw/{site.Theirs.Release}", []),
            ($"/status/case?handler=Answered&id={site.Theirs.Request}", []),
            ($"/request/documents?handler=Remove&id={site.Theirs.Document}", []),
            ($"/release/{site.Theirs.Unsigned}/details", [("Input.LegalName", "Eve"), ("Input.Address", "x"), ("Input.Records", "all"), ("Input.BornOn.Month", "1"), ("Input.BornOn.Day", "1"), ("Input.BornOn.Year", "1980")]),
            ($"/release/{site.Theirs.Unsigned}/read", [("Agreed", "true"), ("TypedName", "Zenobia García"), ("ShownSha256", new string('0', 64))]),
            ($"/release/{site.Theirs.Signed}/read", [("Agreed", "true"), ("TypedName", "Zenobia García")]),
        ];
        foreach (var (address, fields) in posts)
        {
            var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
            wrong.AddRange(Leaks(await browser.PostAsync(address, content), "POST " + address));
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await site.PrintsAsync());
    }

    [Fact]
    public async Task Staff_pages_open_only_items_of_the_case_in_the_address()
    {
        var browser = site.Visitors["Administrator"];
        var token = (await browser.GetAsync("/office/account")).Form()["__RequestVerificationToken"];
        foreach (var (handler, field, id) in ((string, string, Guid)[])
            [("Document", "document", site.Theirs.Document), ("Sealed", "release", site.Theirs.Release), ("Drop", "wish", site.Theirs.Request)])
        {
            var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create(field, id.ToString())]);
            using var response = await browser.AskAsync(HttpMethod.Post, $"/office/cases/{site.Mine.Reference}?handler={handler}", content);
            Assert.True((int)response.StatusCode is 404 or 403, $"{handler}: {(int)response.StatusCode}");
        }

        using (var share = await browser.AskAsync(HttpMethod.Get, $"/office/cases/{site.Mine.Reference}/share/{site.Theirs.Release}"))
            Assert.Equal(404, (int)share.StatusCode);
        var before = await site.PrintsAsync();
        using (var share = await browser.AskAsync(HttpMethod.Post, $"/office/cases/{site.Mine.Reference}/share/{site.Theirs.Release}", new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Recipient", "x"), KeyValuePair.Create("Days", "7")])))
            Assert.Equal(404, (int)share.StatusCode);
        foreach (var page in (string[])["response", "end", "follow-up"])
        {
            var content = new FormUrlEncodedContent(
                [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Why", "x"), KeyValuePair.Create("Kind", "Final"), KeyValuePair.Create("Text", "x"),
                 KeyValuePair.Create("Method", "Phone"), KeyValuePair.Create("Body", "x")]);
            using var response = await browser.AskAsync(HttpMethod.Post, $"/office/cases/{site.Mine.Reference}/inquiries/{site.Theirs.Inquiry}/{page}", content);
            Assert.True((int)response.StatusCode is 404 or 200, $"{page}: {(int)response.StatusCode}");
        }

        Assert.Equal(before, await site.PrintsAsync());
    }

    // A browser's own case shows the same words; nothing but that may.
    private static IEnumerable<string> Leaks(SitePage page, string asked)
    {
        var own = page.Path.StartsWith("/status/case", StringComparison.Ordinal) || page.Path.StartsWith("/request/", StringComparison.Ordinal);
        return !own && (page.Html.Contains(SiteWorld.Story, StringComparison.Ordinal) || page.Html.Contains("TypedName", StringComparison.Ordinal) || page.Response.Content.Headers.ContentType?.MediaType == "application/pdf")
            ? [$"{asked} led to {page.Path}"]
            : [];
    }
}
