using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>The document title: "Error: " after an invalid post, then <c>ViewData["Title"]</c>, then the office.</summary>
[HtmlTargetElement("page-title", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PageTitle(Translator text, OfficeCard office) : TagHelper
{
    /// <summary>The view that has the title.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var title = View.ViewData["Title"] is string own ? $"{text[own]} | {office.OfficeName}" : office.OfficeName;
        output.TagName = "title";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetContent(View.ViewData.ModelState.ErrorCount == 0 ? title : $"{text["Error:"]} {title}");
    }
}
