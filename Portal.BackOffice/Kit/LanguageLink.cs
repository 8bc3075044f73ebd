using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Shows the same page in the other language, labeled in that language: a link or, on a page with a form, a button that
/// takes the form along (<see cref="LanguageSwitch"/>).
/// </summary>
[HtmlTargetElement("language-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LanguageLink(Translator text, PageForms forms) : TagHelper
{
    /// <summary>Page to return to.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var other = Texts.Languages.First(language => language != text.Language);
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("lang", other);
        output.Content.SetContent(other == "es" ? "Español" : "English");
        if (forms.Carrying is { } form)
        {
            output.TagName = "button";
            output.Attributes.SetAttribute("type", "submit");
            output.Attributes.SetAttribute("form", form);
            output.Attributes.SetAttribute("formaction", Links.With(PageForms.Here(View.HttpContext.Request), (PageForms.Switch, other)));
            output.Attributes.SetAttribute(new TagHelperAttribute("formnovalidate"));
            output.Attributes.SetAttribute(new TagHelperAttribute("data-carries"));
            return;
        }

        output.TagName = "a";
        output.Attributes.SetAttribute("href", Links.Language(other, Here()));
        output.Attributes.SetAttribute("hreflang", other);
        output.Attributes.SetAttribute("rel", "nofollow");
    }

    // An error page replaces the page that failed, so link to the original.
    private string Here()
    {
        var request = View.HttpContext.Request;
        if (View.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } failed)
            return failed.OriginalPathBase + failed.OriginalPath + failed.OriginalQueryString;
        if (View.HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } broken)
            return broken.Path;
        return PageForms.Here(request);
    }
}
