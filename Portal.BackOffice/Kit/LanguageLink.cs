using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>Link to the same page in the other language, labeled in that language.</summary>
[HtmlTargetElement("language-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LanguageLink(Translator text) : TagHelper
{
    /// <summary>Page to return to.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var other = Texts.Languages.First(language => language != text.Language);
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", Links.Language(other, Here()));
        output.Attributes.SetAttribute("lang", other);
        output.Attributes.SetAttribute("hreflang", other);
        output.Attributes.SetAttribute("rel", "nofollow");
        output.Content.SetContent(other == "es" ? "Español" : "English");
    }

    // An error page replaces the page that failed, so link to the original.
    private string Here()
    {
        var request = View.HttpContext.Request;
        if (View.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } failed)
            return failed.OriginalPathBase + failed.OriginalPath + failed.OriginalQueryString;
        if (View.HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } broken)
            return broken.Path;
        return request.PathBase + request.Path + request.QueryString;
    }
}
