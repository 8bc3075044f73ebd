using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Checkboxes for choosing any number of a few items, bound to a list. Use <see cref="Choice"/> for items with a hint.
/// </summary>
[HtmlTargetElement("checks-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChecksField(Translator text) : FieldsetTagHelper(text)
{
    /// <summary>Items to choose from.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    private protected override IHtmlContent Controls() => Ticks.Render("checkbox", Name, Id, Items, new Chosen(View, Name, For.Model), Text);
}
