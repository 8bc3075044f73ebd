using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.BackOffice.Kit;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>A day near today, with the browser's own calendar.</summary>
[HtmlTargetElement("day-box", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Day(Translator text) : TagHelper
{
    /// <summary>The property the field is bound to.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>What to enter, in English.</summary>
    public string Label { get; set; } = "";

    /// <summary>As year-month-day.</summary>
    public string? Value { get; set; }

    /// <summary>The view the field stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var entry = View.ViewData.ModelState.GetValueOrDefault(For.Name);
        var error = entry?.Errors.FirstOrDefault()?.ErrorMessage;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "usa-form-group" : "usa-form-group usa-form-group--error");
        var id = TagBuilder.CreateSanitizedId(For.Name, "_");
        output.Content.AppendHtml(Html.Element("label", "usa-label", text[Label], ("for", id)));
        if (error is not null)
            output.Content.AppendHtml(Html.Element("span", "usa-error-message", error, ("id", id + "-error")));
        output.Content.AppendHtml(Html.Element("input", "usa-input usa-input--md" + (error is null ? "" : " usa-input--error"), [],
            ("id", id), ("name", For.Name), ("type", "date"), ("value", entry?.AttemptedValue ?? Value),
            ("aria-describedby", error is null ? null : id + "-error"), ("aria-invalid", error is null ? null : "true")));
    }
}
