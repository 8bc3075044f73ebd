using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Every form that posts: names what it was made for (<see cref="FormTarget"/>) and, unless it says otherwise, is sent to
/// the page's own handler and not to the one that last failed.
/// </summary>
[HtmlTargetElement("form")]
public sealed class PostForm(FormTarget target, PageForms forms) : TagHelper
{
    /// <summary>The view that shows the form.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>Whether the form is taken along although its fields are hidden.</summary>
    public bool Carries { get; set; }

    /// <inheritdoc />
    // Not when it's processed: the framework's own helper for forms renders the content before.
    public override void Init(TagHelperContext context) => forms.Begin(Carries);

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!"post".Equals(Value(context, "method"), StringComparison.OrdinalIgnoreCase))
            return;
        await output.GetChildContentAsync();
        output.Attributes.SetAttribute("id", forms.End(Value(context, "id")));
        if (!context.AllAttributes.Any(a => a.Name == "action" || a.Name.StartsWith("asp-page", StringComparison.Ordinal)))
            output.Attributes.SetAttribute("action", PageForms.Here(View.HttpContext.Request));
        if (!Carries && target.Seal is { } seal)
            output.PostContent.AppendHtml(Html.Element("input", null, [], ("type", "hidden"), ("name", FormTarget.Field), ("value", seal)));
    }

    private static string? Value(TagHelperContext context, string name) =>
        context.AllAttributes.TryGetAttribute(name, out var attribute) ? attribute.Value?.ToString() : null;
}
