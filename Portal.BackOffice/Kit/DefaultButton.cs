using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Pressing Enter in a field presses the first button of its form, which would be the language button in the header. This
/// one, first on the page and out of sight, sends the form instead.
/// </summary>
[HtmlTargetElement("default-button", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DefaultButton(PageForms forms) : TagHelper
{
    /// <summary>Name of the view data with the URL that Enter sends the form to; without it, Enter does what the form's own button does.</summary>
    public const string Action = "DefaultAction";

    /// <summary>Where Enter sends the form; null for where the form goes.</summary>
    [HtmlAttributeName("to")]
    public string? To { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (forms.Carrying is not { } form)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "submit");
        output.Attributes.SetAttribute("form", form);
        if (To is not null)
            output.Attributes.SetAttribute("formaction", To);
        output.Attributes.SetAttribute("class", "usa-sr-only");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-hidden", "true");
    }
}
