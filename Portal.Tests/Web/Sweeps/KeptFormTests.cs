using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>Every page with a form, found by itself: changing the language keeps it, and an error leaves its buttons in order.</summary>
public sealed class KeptFormTests : IAsyncLifetime
{
    // A site of its own for each test, because the errors provoked by one leave marks that the next would meet.
    private readonly SiteWorld _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("Constituent")]
    [InlineData("Administrator")]
    public async Task Changing_the_language_keeps_every_field(string role)
    {
        var (browser, wrong, swept) = (_site.Visitors[role], new List<string>(), 0);
        var before = await _site.PrintsAsync();
        foreach (var address in Addresses(role))
        {
            var page = await browser.GetAsync(address);
            if (page.Status != HttpStatusCode.OK || page.Document.QuerySelector("button[formaction*='switch=']") is null)
                continue;
            swept++;
            var form = page.LanguageForm().FillAll();
            var shown = await form.SendAsync();
            if (shown.Status != HttpStatusCode.OK || shown.Document.QuerySelector("button[formaction*='switch=']") is null)
            {
                wrong.Add($"{address}: {shown.Status} {shown.Path} {shown.Heading}");
                continue;
            }

            var after = shown.LanguageForm();
            wrong.AddRange(form.Filled.Where(f => !after.Has(f.Name) || !after.All(f.Name).Contains(f.Value)).Select(f => $"{address}: {f.Name} is lost"));
            if (shown.Errors.Count > 0 || shown.Path.Contains("Some", StringComparison.Ordinal))
                wrong.Add($"{address}: {shown.Path} {string.Join(' ', shown.Errors)}");
            wrong.AddRange(Moved(page, shown).Select(m => $"{address}: {m}"));
            await browser.GetAsync("/language/en");
        }

        Assert.Empty(wrong);
        Assert.True(swept > 12, $"Only {swept} pages were found.");
        Assert.Equal(before, await _site.PrintsAsync());
    }

    [Fact]
    public async Task Leaving_a_page_by_a_link_keeps_every_field()
    {
        var (browser, wrong, swept) = (_site.Visitors["Constituent"], new List<string>(), 0);
        var before = await _site.PrintsAsync();
        foreach (var address in Addresses("Constituent"))
        {
            var page = await browser.GetAsync(address);
            if (page.Status != HttpStatusCode.OK || page.Document.QuerySelector("button[formaction*='leave=']") is null)
                continue;
            swept++;
            var form = page.LeavingForm().FillAll();
            if ((await form.SendAsync()).Path != "/")
                wrong.Add($"{address}: wasn't left");
            var after = (await browser.GetAsync(address)).LeavingForm();
            // Agreement is to the text that was shown, so it is asked for again.
            wrong.AddRange(form.Filled.Where(f => f.Name != "Agreed" && (!after.Has(f.Name) || !after.All(f.Name).Contains(f.Value))).Select(f => $"{address}: {f.Name} is lost"));
        }

        Assert.Empty(wrong);
        Assert.True(swept > 2, $"Only {swept} pages were found.");
        Assert.Equal(before, await _site.PrintsAsync());
    }

    [Theory]
    [InlineData("Constituent")]
    [InlineData("Administrator")]
    public async Task An_error_in_one_form_leaves_every_other_button_its_own(string role)
    {
        var (browser, wrong, failed) = (_site.Visitors[role], new List<string>(), 0);
        foreach (var address in Addresses(role).Where(a => !a.StartsWith("/office/account", StringComparison.Ordinal)))
        {
            var page = await browser.GetAsync(address);
            foreach (var form in page.Forms().Where(f => f.Target is not ("/leave" or "/office/sign-out")).ToList())
            {
                var shown = await browser.PostAsync(form.Address, form.Emptied().Content());
                if (shown.Errors.Count == 0 || shown.Status != HttpStatusCode.OK)
                    continue;
                failed++;
                wrong.AddRange(Moved(page, shown).Select(m => $"{address} after {form.Button}: {m}"));
            }
        }

        Assert.Empty(wrong);
        Assert.True(failed > 10, $"Only {failed} errors were provoked.");
    }

    private IEnumerable<string> Addresses(string role) => _site.PostHandlers().Select(h => h.Route).Distinct()
        .Where(r => r.StartsWith("/office", StringComparison.Ordinal) == (role == "Administrator") && !r.Contains("sign-out", StringComparison.Ordinal))
        .Select(r => _site.AddressOf(r, _site.Mine));

    // Buttons by place, because their text is in the other language.
    private IEnumerable<string> Moved(SitePage page, SitePage again)
    {
        var (before, after) = (Handlers(page), Handlers(again));
        // Where the page and the document are in different languages, it offers to switch the document.
        after.RemoveWhere(a => a.Handler == "Language");
        return before.Where(b => !after.Contains(b)).Select(b => $"{b.Route} {b.Handler} is gone")
            .Concat(after.Where(a => !before.Contains(a)).Select(a => $"{a.Route} {a.Handler} is new"));
    }

    private HashSet<(string Route, string Handler)> Handlers(SitePage page) => [.. page.Forms().Select(f => _site.HandlerOf(f.Address))];
}
