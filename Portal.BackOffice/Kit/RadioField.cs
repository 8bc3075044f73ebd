using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>Radio buttons for choosing one of a few items. Use <see cref="Choice"/> for items with a hint.</summary>
[HtmlTargetElement("radio-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadioField(Translator text) : FieldsetTagHelper(text)
{
    /// <summary>Items to choose from.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    private protected override IHtmlContent Controls() => Ticks.Render("radio", Name, Id, Items, new Chosen(View, Name, For.Model), Text);
}
