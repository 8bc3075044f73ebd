using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Text in Markdown as HTML. Only what Markdown itself can say gets through: HTML in it is shown as text, a picture as its
/// description, and a link that isn't to a website, an email address, or a page of ours as plain text.
/// </summary>
public static class MarkdownText
{
    // The lowest level a page has.
    private const int Lowest = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The text as HTML.</summary>
    /// <param name="markdown">What was typed.</param>
    /// <param name="top">The level of its highest heading, so that it fits below the heading of the page or panel it's in.</param>
    public static IHtmlContent Render(string markdown, int top)
    {
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            Fit([.. document.Descendants<HeadingBlock>()], top);
            foreach (var link in document.Descendants<LinkInline>().ToList())
                Defuse(link);
            foreach (var link in document.Descendants<AutolinkInline>().ToList())
                if (!link.IsEmail && !IsSafe(link.Url))
                    link.ReplaceBy(new LiteralInline(link.Url));
            return new HtmlString(document.ToHtml(Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested too deeply; as typed, it can still be read.
            return Html.Element("p", "as-typed", markdown);
        }
    }

    // Whatever levels were typed, the highest becomes the wanted one, and no level below it is left out.
    private static void Fit(List<HeadingBlock> headings, int top)
    {
        var levels = headings.Select(h => h.Level).Distinct().Order().ToList();
        foreach (var heading in headings)
            heading.Level = Math.Min(Lowest, top + levels.IndexOf(heading.Level));
    }

    private static void Defuse(LinkInline link)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url;
        if (!link.IsImage && address is not null && IsSafe(address))
        {
            (link.Url, link.GetDynamicUrl) = (address, null);
            link.GetAttributes().AddPropertyIfNotExist("rel", "noreferrer");
            return;
        }

        // What the link said stays, without the link.
        link.ReplaceBy(new ContainerInline());
    }

    /// <summary>Whether a link may lead there: a website, an email address, or a page of ours.</summary>
    internal static bool IsSafe(string address)
    {
        if (address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\'))
            return false;
        if (address.StartsWith('/'))
            return !address.StartsWith("//", StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http" or "mailto");
    }
}
