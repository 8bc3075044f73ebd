using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Tests.Support;

/// <summary>A page as the browser received it.</summary>
public sealed class SitePage(SiteBrowser browser, HttpResponseMessage response, byte[] bytes, IHtmlDocument document)
{
    public SiteBrowser Browser => browser;

    public HttpResponseMessage Response => response;

    public HttpStatusCode Status => response.StatusCode;

    public IHtmlDocument Document => document;

    public byte[] Bytes => bytes;

    public string Html => document.Source.Text;

    /// <summary>The path after all redirects, with the query.</summary>
    public string Path => response.RequestMessage!.RequestUri!.PathAndQuery;

    public string Title => document.Title ?? "";

    public string Heading => document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The page's own text, without the site's header and footer.</summary>
    public string Text => (document.QuerySelector("main") ?? document.Body!).TextContent;

    /// <summary>The fields that the error summary links to, and the errors.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Errors =>
        [.. document.QuerySelectorAll("#error-summary li").Select(l => (l.QuerySelector("a")?.GetAttribute("href")?.TrimStart('#') ?? "", l.TextContent))];

    public static async Task<SitePage> ReadAsync(SiteBrowser browser, HttpResponseMessage response)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var isText = response.Content.Headers.ContentType?.MediaType?.StartsWith("text/", StringComparison.Ordinal) == true;
        return new(browser, response, bytes, await new HtmlParser().ParseDocumentAsync(isText ? System.Text.Encoding.UTF8.GetString(bytes) : ""));
    }

    public SitePage Is(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.True(
            Path.StartsWith(path, StringComparison.Ordinal) && Status == status,
            $"Wanted {path} with {status}, got {Path} with {Status}: {Heading} {string.Join(' ', Errors)}");
        return this;
    }

    /// <summary>The form with this button; without a name, the page's main form.</summary>
    public SiteForm Form(string? button = null)
    {
        var forms = document.Forms.Where(f => f.Closest("header, footer") is null).ToList();
        var form = button is null
            ? forms.Where(f => f.Method == "post")
                .OrderBy(f => f.Action.Contains("handler=", StringComparison.Ordinal))
                .ThenByDescending(f => f.Elements.Length)
                .FirstOrDefault()
            : Pressed(button)?.Form;
        Assert.True(form is not null, $"{Path} ({Status}) has no form {button}: {Heading}");
        return new(this, form, button is null ? null : Pressed(button));
    }

    /// <summary>The form that the language button takes along.</summary>
    public SiteForm LanguageForm() => TakenAlong("switch");

    /// <summary>The form that links of a page about a case take along.</summary>
    public SiteForm LeavingForm() => TakenAlong("leave");

    private SiteForm TakenAlong(string by)
    {
        var button = document.QuerySelector<IHtmlButtonElement>($"button[formaction*='{by}=']");
        Assert.True(button?.Form is not null, $"{Path} has no button that takes a form along to {by}.");
        return new(this, button.Form, button);
    }

    /// <summary>Every form that posts, once per button, except the header and footer forms that are on every page.</summary>
    public IEnumerable<SiteForm> Forms() => document.Forms.Where(f => f.Method == "post" && f.Closest("header, footer") is null)
        .SelectMany(f => Buttons().Where(b => b.Form == f)
            .DefaultIfEmpty()
            .Select(b => new SiteForm(this, f, b)));

    public Task<SitePage> PressAsync(string button) => Form(button).SendAsync();

    // Buttons can be outside their form. Those in the header and footer are on every page.
    private IEnumerable<IHtmlButtonElement> Buttons() => document.QuerySelectorAll<IHtmlButtonElement>("main button").Where(b => b.Type == "submit");

    private IHtmlButtonElement? Pressed(string button) => document.QuerySelectorAll<IHtmlButtonElement>("body button")
        .Where(b => b.Form is not null && b.Closest("header") is null)
        .FirstOrDefault(b => Says(b, button));

    private static bool Says(IElement button, string text) => button.TextContent.Trim().StartsWith(text, StringComparison.Ordinal);
}
