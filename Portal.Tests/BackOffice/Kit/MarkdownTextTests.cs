using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Portal.BackOffice.Kit;

namespace Portal.Tests.BackOffice.Kit;

/// <summary>Whatever staff type, a procedure's page holds only what Markdown can say, and links only to where they may lead.</summary>
public sealed class MarkdownTextTests
{
    private static readonly HashSet<string> Elements =
    [
        "P", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "LI", "STRONG", "EM", "A", "CODE", "PRE", "BLOCKQUOTE", "HR", "BR", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "COLGROUP", "COL",
    ];

    private static readonly HashSet<string> Attributes = ["href", "rel", "title", "start", "class", "style", "type"];

    [Theory]
    [InlineData("## Call first\n\nThen *write*.", "<h2>Call first</h2><p>Then <em>write</em>.</p>")]
    [InlineData("- one\n- two", "<ul><li>one</li><li>two</li></ul>")]
    [InlineData("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>")]
    [InlineData("**60 days**", "<p><strong>60 days</strong></p>")]
    [InlineData("[USCIS](https://www.uscis.gov)", "<p><a href=\"https://www.uscis.gov\" rel=\"noreferrer\">USCIS</a></p>")]
    [InlineData("[us](/office/queue)", "<p><a href=\"/office/queue\" rel=\"noreferrer\">us</a></p>")]
    [InlineData("<help@example.gov>", "<p><a href=\"mailto:help@example.gov\">help@example.gov</a></p>")]
    public void Markdown_becomes_a_page(string markdown, string html) => Assert.Equal(html, Html(markdown).Replace("\n", "", StringComparison.Ordinal));

    [Fact]
    public void A_table_becomes_a_table() => Assert.Equal("b2", Page("| a | b |\n|---|---|\n| a2 | b2 |").QuerySelectorAll("tbody td")[1].TextContent);

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](\\\\evil.example)")]
    [InlineData("[x](evil.example)")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("[[x](javascript:1)](javascript:2)")]
    [InlineData("[![x](javascript:1)](javascript:2)")]
    public void A_link_that_may_not_lead_there_is_only_text(string markdown)
    {
        var page = Page(markdown);
        Assert.Empty(page.QuerySelectorAll("a"));
        Assert.NotEqual("", page.TextContent.Trim());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=x>b</b> c")]
    [InlineData("<iframe src=https://evil.example></iframe>")]
    [InlineData("<div>\n\n*x*\n\n</div>")]
    [InlineData("<!-- x --> <style>*{display:none}</style>")]
    [InlineData("</main></body><form action=//evil.example>")]
    [InlineData("[x](https://a.example \"\" onmouseover=alert(1)\")")]
    [InlineData("[x](https://a.example/\"onmouseover=\"alert(1))")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    public void HTML_is_shown_as_text(string markdown) => IsHarmless(Page(markdown));

    [Theory]
    [InlineData("![a picture](https://evil.example/pixel.png)")]
    [InlineData("[![a picture](https://evil.example/pixel.png)](https://www.ssa.gov)")]
    public void A_picture_is_its_description(string markdown)
    {
        var page = Page(markdown);
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Equal("a picture", page.TextContent.Trim());
    }

    [Theory]
    [InlineData("# a\n### b\n# c", 2, "H2 H3 H2")]
    [InlineData("### a\n#### b", 3, "H3 H4")]
    [InlineData("# a\n## b\n### c\n#### d", 4, "H4 H5 H6 H6")]
    [InlineData("a\n=\nb\n-", 3, "H3 H4")]
    public void Headings_fit_below_the_page_s_own(string markdown, int top, string wanted) =>
        Assert.Equal(wanted, string.Join(' ', Page(markdown, top).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.NodeName)));

    [Fact]
    public void Text_nested_without_end_is_shown_as_typed()
    {
        var page = Page(new string('>', 5_000) + " deep");
        IsHarmless(page);
        Assert.EndsWith("deep", page.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_mix_of_Markdown_and_HTML_is_harmless()
    {
        string[] pieces =
        [
            "[", "]", "(", ")", "<", ">", "!", "\"", "'", "`", "*", "_", "#", "|", "\n", "\n\n", "    ", "- ", "1. ", "> ", "&", ";", ":", "\\", "javascript:alert(1)", "data:text/html,x", "https://a.example", "//b.example",
            "<script>", "</script>", "<img src=x onerror=y>", " onclick=z ", "<!--", "-->", "&lt;", "&#106;", "[1]: ", "[1]", "---", "~~~", "<a href=\"javascript:1\">", "mailto:a@b.example", "\u0000", "\u202E", "word",
        ];
        Prop.ForAll(Gen.Elements(pieces).ArrayOf().Resize(40).ToArbitrary(), parts =>
        {
            IsHarmless(Page(string.Concat(parts)));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static void IsHarmless(IElement page)
    {
        foreach (var element in page.QuerySelectorAll("*"))
        {
            Assert.Contains(element.NodeName, Elements);
            Assert.All(element.Attributes, a => Assert.Contains(a.Name, Attributes));
            if (element.GetAttribute("href") is { } href)
                Assert.Matches("^(https?:|mailto:|/(?![/\\\\]))", href);
            if (element.GetAttribute("style") is { } style)
                Assert.Matches("^(text-align: (left|right|center);|width:[0-9.]+%)$", style);
        }
    }

    private static string Html(string markdown, int top = 2)
    {
        using var writer = new StringWriter(new StringBuilder());
        MarkdownText.Render(markdown, top).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }

    private static IElement Page(string markdown, int top = 2) => new HtmlParser().ParseDocument($"<div>{Html(markdown, top)}</div>").QuerySelector("div")!;
}
