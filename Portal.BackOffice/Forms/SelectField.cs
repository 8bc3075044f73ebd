using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Forms;

/// <summary>One of many, from a list that opens. Items of one group must follow each other.</summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectField(Translator text) : FieldTagHelper(text)
{
    /// <summary>What to choose from.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The empty first line, in English; none when empty.</summary>
    public string Prompt { get; set; } = "Select one";

    private protected override IHtmlContent Render(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var select = Html.Element("select", "usa-select" + (Error is null ? "" : " usa-input--error"), [], ("id", Id), ("name", Name));
        if (Prompt.Length > 0)
            select.InnerHtml.AppendHtml(Html.Element("option", null, Text[Prompt], ("value", "")));
        var chosen = new Chosen(View, Name, For.Model);
        TagBuilder? group = null;
        foreach (var item in Items)
        {
            if (item.Group is null)
                group = null;
            else if (group?.Attributes["label"] != Text[item.Group.Name])
                select.InnerHtml.AppendHtml(group = Html.Element("optgroup", null, [], ("label", Text[item.Group.Name])));
            (group ?? select).InnerHtml.AppendHtml(Html.Element(
                "option", null, Text[item.Text], ("value", item.Value), ("selected", chosen.Includes(item) ? "selected" : null)));
        }

        return new HtmlContentBuilder()
            .AppendHtml(Html.Element("label", "usa-label", [Caption()], ("for", Id)))
            .AppendHtml(HintAndError())
            .AppendHtml(Describe(select, attributes));
    }
}
