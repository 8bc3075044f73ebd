using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>Lists every error from the last post above the h1. Each one links to its field and repeats its message.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummary(Translator text) : TagHelper
{
    /// <summary>The view that shows the summary.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    // The summary is often in a partial with its own model, but the fields belong to the page.
    private Type PageType => (View.ActionDescriptor as CompiledPageActionDescriptor)?.DeclaredModelTypeInfo?.AsType() ?? View.ViewData.ModelMetadata.ModelType;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var lines = View.ViewData.ModelState.Where(e => e.Value!.Errors.Count > 0)
            .OrderBy(e => e.Key, new PageOrder(PageType))
            .Select(e => Line(e.Key, e.Value!.Errors[0].ErrorMessage)).ToList();
        if (lines.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", "error-summary");
        output.Attributes.SetAttribute("class", "usa-alert usa-alert--error error-summary");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute(new TagHelperAttribute("autofocus"));
        output.Content.SetHtmlContent(Html.Element("div", "usa-alert__body",
        [
            Html.Element("h2", "usa-alert__heading", text["There's a problem"], ("id", "error-summary-title")),
            Html.Element("ul", "usa-list", lines),
        ], ("role", "alert")));
    }

    private static TagBuilder Line(string key, string message) => Html.Element("li", null,
        [key.Length == 0 ? Html.Text(message) : Html.Element("a", "usa-link", message, ("href", "#" + TagBuilder.CreateSanitizedId(key, "_")))]);
}
