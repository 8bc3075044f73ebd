using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Kit;

/// <summary>
/// A link that leaves the page, <c>&lt;a keep href="…"&gt;</c>, and loses nothing without JavaScript either. On a step of a
/// request it's a button that saves the step first; on another page with a form about a case, a button that has what was typed
/// held until the page is opened again.
/// </summary>
[HtmlTargetElement("a", Attributes = "keep,href")]
public sealed class KeepLink(PageForms forms, FormTarget target) : TagHelper
{
    /// <summary>Where the link is shown.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>Where it leads.</summary>
    public string Href { get; set; } = "";

    /// <summary>Marks the link.</summary>
    public bool Keep { get; set; } = true;

    /// <summary>ID of the form it takes along, if that's rendered after the link.</summary>
    public string? Before { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var form = Before ?? forms.Carrying;
        if (form is null || (form != PageForms.Step && !target.IsOpen))
        {
            output.Attributes.SetAttribute("href", Href);
            return;
        }

        output.TagName = "button";
        output.Attributes.SetAttribute("type", "submit");
        output.Attributes.SetAttribute("form", form);
        if (form == PageForms.Step)
        {
            output.Attributes.SetAttribute("name", PageForms.Go);
            output.Attributes.SetAttribute("value", Href);
        }
        else
        {
            output.Attributes.SetAttribute("formaction", Links.With(PageForms.Here(View.HttpContext.Request), (PageForms.Leave, Href)));
            output.Attributes.SetAttribute(new TagHelperAttribute("formnovalidate"));
        }

        var classes = output.Attributes["class"]?.Value?.ToString();
        if (classes?.Contains("usa-button", StringComparison.Ordinal) != true)
            output.Attributes.SetAttribute("class", classes is null ? "as-link" : $"as-link {classes}");
    }
}
