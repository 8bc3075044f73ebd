using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>
/// A link that leaves the page, <c>&lt;a keep href="…"&gt;</c>. On a step of a request it's a button that saves the step
/// first, so that it loses nothing without JavaScript either.
/// </summary>
[HtmlTargetElement("a", Attributes = "keep,href")]
public sealed class KeepLink(PageForms forms) : TagHelper
{
    /// <summary>Where it leads.</summary>
    public string Href { get; set; } = "";

    /// <summary>Marks the link.</summary>
    public bool Keep { get; set; } = true;

    /// <summary>Whether a step's form follows, in a place that is rendered before it.</summary>
    public bool BeforeStep { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!BeforeStep && !forms.HasStep)
        {
            output.Attributes.SetAttribute("href", Href);
            return;
        }

        output.TagName = "button";
        output.Attributes.SetAttribute("type", "submit");
        output.Attributes.SetAttribute("form", PageForms.Step);
        output.Attributes.SetAttribute("name", PageForms.Go);
        output.Attributes.SetAttribute("value", Href);
        var classes = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", classes is null ? "as-link" : $"as-link {classes}");
    }
}
