using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>Says what was done before the redirect that led here, by <c>?done=</c>.</summary>
[HtmlTargetElement("notice", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Notice(Translator text) : TagHelper
{
    /// <summary>What can have been done: the word in the address and its English sentence.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; set; } = new Dictionary<string, string>();

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.ViewData.ModelState.ErrorCount > 0 || !Texts.TryGetValue(View.HttpContext.Request.Query["done"].ToString(), out var sentence))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice");
        output.Attributes.SetAttribute("role", "status");
        output.Content.SetContent(text[sentence]);
    }
}
