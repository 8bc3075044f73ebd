using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>A visitor with a session for one case tries every address with the ids of another case.</summary>
[Collection(nameof(SweptSite))]
public sealed class OwnershipTests(SiteWorld site)
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

    /// <summary>Sends the real forms from another person's pages, where they require that person's session.</summary>
    [Theory]
    [MemberData(nameof(People))]
    public async Task No_one_can_change_the_case_of_another_person(string who)
    {
        var addresses = new List<string>();
        foreach (var route in site.PostHandlers().Select(h => h.Route).Distinct().Where(IsOfACase))
        {
            using var answer = await site.Visitors["Anonymous"].AskAsync(HttpMethod.Get, site.AddressOf(route, site.Theirs));
            if (answer.StatusCode != HttpStatusCode.OK || route.Contains('{', StringComparison.Ordinal))
                addresses.Add(site.AddressOf(route, site.Theirs));
        }

        var forms = await site.Owner.FormsAsync(addresses);
        Assert.True(forms.Count > 5, $"Only {forms.Count} forms were found.");
        var before = await site.PrintsAsync();
        var token = await site.TokenAsync(who);
        var wrong = new List<string>();
        // A form of the session writes to the sender's own case; all others name something of the other person's.
        bool NamesTheirs(SiteForm form) =>
            site.Theirs.Names.Any(n => form.Address.Contains(n, StringComparison.Ordinal) || form.Values.Contains(n));
        foreach (var form in forms.Where(f => who == "Anonymous" || NamesTheirs(f)))
        {
            wrong.AddRange(Leaks(await site.Visitors[who].PostAsync(form.Address, form.WithToken(token).Content()), "POST " + form.Address));
            // Also as if the form had been made for the sender's own case.
            var seal = (await site.Visitors[who].GetAsync(form.Address.Split('?')[0])).Document.QuerySelector("main")?.GetAttribute("data-made-for");
            // What the case page takes along goes to the sender's own case, so nothing is.
            if (form.Address.StartsWith("/status/case", StringComparison.Ordinal))
                form.Emptied();
            if (!string.IsNullOrEmpty(seal))
                wrong.AddRange(Leaks(await site.Visitors[who].PostAsync(form.Address, form.MadeForOther(token, seal).Content()), "POST " + form.Address));
        }

        var removal = $"/request/documents?handler=Remove&id={site.Theirs.Document}";
        wrong.AddRange(Leaks(
            await site.Visitors[who].PostAsync(removal, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)])),
            "POST " + removal));
        Assert.Empty(wrong);
        Assert.Equal(before, await site.PrintsAsync());
    }

    /// <summary>Every page and form about an item of one case, requested under the reference of another case.</summary>
    [Fact]
    public async Task Staff_pages_open_only_items_of_the_case_in_the_address()
    {
        var (browser, token) = (site.Visitors["Administrator"], await site.TokenAsync("Administrator"));
        string[] items = [.. new[] { site.Theirs.Document, site.Theirs.Release, site.Theirs.Request, site.Theirs.Inquiry }.Select(id => id.ToString())];
        var routes = site.Routes().Where(r => r.Contains("{reference}", StringComparison.Ordinal)).ToList();
        var before = await site.PrintsAsync();
        var wrong = new List<string>();
        foreach (var address in routes.Select(r => site.AddressOf(r, site.Theirs)).Where(a => items.Any(a.Contains)))
        {
            using var answer = await browser.AskAsync(HttpMethod.Get, Elsewhere(address));
            var shows = answer.Content.Headers.ContentType?.MediaType != "text/html"
                || (await answer.Content.ReadAsStringAsync()).Contains(site.Theirs.Reference, StringComparison.Ordinal);
            if (answer.StatusCode != HttpStatusCode.NotFound && (answer.StatusCode != HttpStatusCode.OK || shows))
                wrong.Add($"GET {address}: {(int)answer.StatusCode}");
        }

        var forms = (await browser.FormsAsync(routes.Select(r => site.AddressOf(r, site.Theirs))))
            .Where(f => items.Any(id => f.Address.Contains(id, StringComparison.Ordinal) || f.Values.Contains(id)))
            // What is kept of a form is text for its writer alone, and is shown only where the form itself is.
            .Where(f => !f.Address.Contains("/draft?", StringComparison.Ordinal))
            .ToList();
        Assert.True(forms.Count > 5, $"Only {forms.Count} forms were found.");
        foreach (var form in forms)
        {
            using var answer = await browser.AskAsync(HttpMethod.Post, Elsewhere(form.Address), form.WithToken(token).Content());
            var isPage = answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html";
            if (!isPage && answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
                wrong.Add($"POST {form.Address}: {(int)answer.StatusCode}");
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await site.PrintsAsync());
    }

    // A request step without its cookie starts a new draft, which harms no one.
    private static bool IsOfACase(string route) =>
        !route.StartsWith("/office", StringComparison.Ordinal) && !route.StartsWith("/request", StringComparison.OrdinalIgnoreCase);

    private string Elsewhere(string address) => address.Replace(site.Theirs.Reference, site.Mine.Reference, StringComparison.Ordinal);

    // A browser's own case shows the same words; anything else is a leak.
    private static IEnumerable<string> Leaks(SitePage page, string asked)
    {
        // A form that isn't processed is shown again: that is what the sender posted.
        var own = page.Status == HttpStatusCode.Conflict || page.Path.StartsWith("/status/case", StringComparison.Ordinal) || page.Path.StartsWith("/request/", StringComparison.Ordinal);
        return !own
            && (page.Html.Contains(SiteWorld.Story, StringComparison.Ordinal)
                || page.Html.Contains("TypedName", StringComparison.Ordinal)
                || page.Response.Content.Headers.ContentType?.MediaType == "application/pdf")
            ? [$"{asked} led to {page.Path}"]
            : [];
    }
}
