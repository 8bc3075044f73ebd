using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>A person using a browser. Checks every page they open: accessible, in their language, no wider than the screen.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    // Null, or by how much the page is too wide and what sticks out.
    private const string Overflow = """
        () => {
          const page = document.documentElement, over = page.scrollWidth - page.clientWidth;
          if (over <= 0) return null;
          const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > page.clientWidth + 1);
          return over + ' px: ' + wide.slice(-2).map(e => e.outerHTML.slice(0, 300)).join(' | ');
        }
        """;

    // What decides what axe finds: elements and attributes in order, without ids and values. Rows that are alike count once.
    private const string Structure = """
        () => {
          const plain = a => a.value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z0-9]{5}-[A-Z0-9]{5}|\d+/g, '#');
          const left = /^(value|href|src|action|content|nonce|integrity|data-moment|title|d|viewBox)$/;
          const draw = node => {
            if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? 't' : '';
            if (node.nodeType !== Node.ELEMENT_NODE || node.tagName === 'SCRIPT') return '';
            const attributes = [...node.attributes].filter(a => !left.test(a.name)).map(a => a.name + '=' + plain(a)).sort();
            const parts = [...node.childNodes].map(draw).filter((part, i, all) => part && part !== all[i - 1]);
            return `<${node.tagName} ${attributes} ${node.checked || ''} ${node.disabled || ''}>${parts.join('')}</>`;
          };
          return innerWidth + draw(document.documentElement);
        }
        """;

    // A page like one that was examined before in this run isn't examined again.
    private static readonly ConcurrentDictionary<string, bool> Examined = new();

    private readonly IBrowserContext _context;
    private readonly bool _scripts;
    private string _language;

    private Visitor(IBrowserContext context, IPage page, bool scripts, string language) =>
        (_context, Page, _scripts, _language) = (context, page, scripts, language);

    public IPage Page { get; }

    /// <summary>Script errors and content security policy violations that the browser reported.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Visitor> ComeAsync(RunningPortal portal, string language = "en", int width = 1280, bool scripts = true, string? state = null)
    {
        if (RunningPortal.ChromiumPath is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "Chromium is missing, and this is CI.");
            Assert.Skip("Chromium is not installed: no browser test can run.");
        }

        await portal.StartAsync();
        var context = await portal.Chromium.NewContextAsync(new()
        {
            BaseURL = portal.Address,
            Locale = language == "es" ? "es-US" : "en-US",
            ViewportSize = new() { Width = width, Height = 800 },
            JavaScriptEnabled = scripts,
            StorageState = state,
        });
        context.SetDefaultTimeout(60_000);
        var visitor = new Visitor(context, await context.NewPageAsync(), scripts, language);
        visitor.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                visitor.Complaints.Add($"{message.Text} {message.Location}");
        };
        return visitor;
    }

    /// <summary>Comes as the caseworker of the demonstration, signed in by the link that works once, whichever test comes first.</summary>
    public static Task<Visitor> ComeAsCaseworkerAsync(RunningPortal portal) => ComeAsStaffAsync(portal, "As a caseworker");

    /// <summary>Comes as the administrator of the demonstration, in the same way.</summary>
    public static Task<Visitor> ComeAsAdministratorAsync(RunningPortal portal) => ComeAsStaffAsync(portal, "As administrator");

    private static async Task<Visitor> ComeAsStaffAsync(RunningPortal portal, string who) => await ComeAsync(portal, state: await portal.StaffAsync(who, SignInAsync));

    private static async Task<string> SignInAsync(RunningPortal portal, string who)
    {
        await using var visitor = await ComeAsync(portal);
        await visitor.GoAsync(portal.DemoLink(who));
        await visitor.PressAsync("main form button");
        Assert.Equal("", string.Join('\n', visitor.Complaints));
        return await visitor.Page.Context.StorageStateAsync();
    }

    /// <summary>Opens a page and checks it.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await LookAsync();
    }

    /// <summary>Switches the language with the link in the header.</summary>
    public Task ChangeLanguageAsync(string language)
    {
        _language = language;
        return GoAsync("/language/" + language);
    }

    /// <summary>Checks the current page.</summary>
    public async Task LookAsync()
    {
        var language = await Page.Locator("html").GetAttributeAsync("lang");
        Assert.True(language == _language, $"{Page.Url} is in {language}, not in {_language}.");
        var title = await Page.TitleAsync();
        Assert.DoesNotContain("went wrong", title);
        if (!_scripts)
            return;
        var overflow = await Page.EvaluateAsync<string?>(Overflow);
        Assert.True(overflow is null, $"{Page.Url} is wider than the screen: {overflow}");
        if (!Examined.TryAdd(await Page.EvaluateAsync<string>(Structure), true))
            return;
        // Runs axe in the page itself: the package's own method opens a second page for each check, which takes seconds.
        await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<string[]>(
            "tags => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(found => found.violations.map(v => `${v.id}: ${v.nodes[0].html}`))",
            Standards);
        Assert.True(found.Length == 0, $"{Page.Url} ({title}): {string.Join("; ", found)}");
    }

    /// <summary>Presses the first button that matches a CSS class or selector, and checks the page it leads to.</summary>
    public async Task PressAsync(string selector)
    {
        await Page.Locator(selector).First.ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await LookAsync();
    }

    /// <summary>Presses the Continue button of a step.</summary>
    public Task ContinueAsync() => PressAsync("main form[method=post] .actions button.usa-button:not(.usa-button--outline)");

    /// <summary>Fills in a field by name.</summary>
    public Task TypeAsync(string name, string text) => Page.Locator($"[name=\"{name}\"]").First.FillAsync(text);

    /// <summary>Types a day into the three fields of a date.</summary>
    public async Task TypeDateAsync(string name, DateOnly day)
    {
        await TypeAsync(name + ".Month", $"{day.Month}");
        await TypeAsync(name + ".Day", $"{day.Day}");
        await TypeAsync(name + ".Year", $"{day.Year}");
    }

    /// <summary>Selects a radio button or check box by name and value.</summary>
    public async Task ChooseAsync(string name, string value)
    {
        var id = await Page.Locator($"input[name=\"{name}\"][value=\"{value}\"]").First.GetAttributeAsync("id");
        await Page.Locator($"label[for=\"{id}\"]").First.ClickAsync();
    }

    /// <summary>Asserts that the page reports an error above its heading and in its title.</summary>
    public async Task ErrorsAsync()
    {
        Assert.StartsWith(_language == "es" ? "Error" : "Error:", await Page.TitleAsync());
        Assert.True(await Page.Locator("#error-summary a").CountAsync() > 0, $"{Page.Url} lists no errors.");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
