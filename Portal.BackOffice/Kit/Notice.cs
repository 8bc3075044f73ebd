using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>Says what was done before the redirect that led here, once; a page shows it with <c>&lt;notice /&gt;</c>.</summary>
[HtmlTargetElement("notice", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Notice(Translator text) : TagHelper
{
    private const string Key = "Notice";

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.TempData[Key] is not string kept)
        {
            output.SuppressOutput();
            return;
        }

        var lines = kept.Split('\n');
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice");
        output.Attributes.SetAttribute("role", "status");
        output.Content.SetContent(text[lines[0], [.. lines[1..]]]);
    }

    // English, so that whoever changes the language in between reads it in the new one.
    internal static void Keep(PageModel page, string sentence, object?[] arguments) => page.TempData[Key] = string.Join('\n', [sentence, .. arguments]);
}

/// <summary>How pages say what was done.</summary>
public static class Notices
{
    /// <summary>Says it on the page that is shown next.</summary>
    /// <param name="sentence">In English; the key of its translation.</param>
    public static void Notify(this PageModel page, string sentence, params object?[] arguments) => Notice.Keep(page, sentence, arguments);

    /// <summary>Leads to a page of this site that says what was done.</summary>
    /// <param name="sentence">In English; the key of its translation.</param>
    public static IActionResult RedirectWithNotice(this PageModel page, string path, string sentence, params object?[] arguments)
    {
        page.Notify(sentence, arguments);
        return page.LocalRedirect(path);
    }
}
