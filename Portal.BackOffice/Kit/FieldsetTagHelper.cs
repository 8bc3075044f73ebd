using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>A field with several controls under one legend. The error summary links to the fieldset.</summary>
public abstract class FieldsetTagHelper(Translator text) : FieldTagHelper(text)
{
    /// <summary>The question, in English; serves the same purpose as <see cref="FieldTagHelper.Label"/>.</summary>
    public string? Legend { get; set; }

    /// <summary><c>large</c>, or <c>page</c> when the legend is the page's heading, which makes it an h1.</summary>
    public string? LegendSize { get; set; }

    private protected sealed override IHtmlContent Render(IReadOnlyList<TagHelperAttribute> attributes)
    {
        Label = Legend ?? Label;
        var caption = LegendSize == "page" ? Html.Element("h1", null, [Caption()]) : Caption();
        var legend = Html.Element("legend", LegendSize is null ? "usa-legend" : "usa-legend usa-legend--large", [caption]);
        var fieldset = Html.Element("fieldset", "usa-fieldset", [legend, HintAndError(), Controls()], ("id", Id), ("tabindex", "-1"));
        Describe(fieldset, attributes);
        fieldset.Attributes.Remove("aria-invalid"); // not allowed on a group
        return fieldset;
    }

    private protected abstract IHtmlContent Controls();
}
