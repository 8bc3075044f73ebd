using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Domain.Knowledge;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Kit;

/// <summary>Search box, letters, and entries of the glossary, on both sites: <c>&lt;glossary-list page="…" /&gt;</c>.</summary>
[HtmlTargetElement("glossary-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GlossaryList(Translator text) : TagHelper
{
    /// <summary>What to show.</summary>
    public GlossaryPage Page { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "glossary");
        output.Content.AppendHtml(Search()).AppendHtml(Letters()).AppendHtml(Result());
    }

    private IHtmlContent Search() => Html.Element(
        "form", "glossary__search",
        [
            Html.Element("label", "usa-label", text["Find a word"], ("for", "q")),
            Html.Element("div", "usa-hint", text["For example: SSDI, green card, I-130"], ("id", "q-hint")),
            Html.Element(
                "div", "glossary__row",
                [
                    Html.Element("input", "usa-input", [], ("id", "q"), ("name", "q"), ("type", "search"), ("value", Page.Words), ("maxlength", "100"), ("autocomplete", "off"), ("aria-describedby", "q-hint")),
                    Html.Element("button", "usa-button", text["Search"], ("type", "submit")),
                ]),
        ],
        ("method", "get"), ("action", Page.Here), ("role", "search"));

    private IHtmlContent Letters() => Html.Element(
        "nav", "glossary__letters",
        [Html.Element("ul", null, GlossaryPage.Letters.Select(l => (IHtmlContent)Html.Element("li", null,
            [Html.Element("a", null, l, ("href", Links.With(Page.Here, ("letter", l))), ("aria-current", l == Page.Letter ? "true" : null))])))],
        ("aria-label", text["By first letter"]));

    private IHtmlContent Result()
    {
        if (Page.Entries.Count == 0)
            return Html.Element("p", "notice", text["We don't have that word. Try fewer letters, or call us and ask."], ("role", "status"));
        var content = new HtmlContentBuilder();
        content.AppendHtml(Html.Element("h2", null, Page.Words is { } words ? text["Results for “{0}”: {1}", words, Page.Entries.Count] : Page.Letter!));
        if (Page.HasMore)
            content.AppendHtml(Html.Element("p", null, text["There are more results. Refine your search."]));
        return content.AppendHtml(Html.Element("dl", "glossary__list", Page.Entries.Select(Entry)));
    }

    private IHtmlContent Entry(GlossaryEntry entry)
    {
        var name = entry.Name.In(text.Language);
        var full = name == entry.Short ? Html.Text("") : Html.Element("span", "glossary__name", name);
        return Html.Element("div", null,
        [
            Html.Element("dt", null, [Html.Element("strong", null, entry.Short, ("translate", "no")), Html.Text(" "), full]),
            Html.Element("dd", null, entry.Text.In(text.Language)),
        ]);
    }
}
