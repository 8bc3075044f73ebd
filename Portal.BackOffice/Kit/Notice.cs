using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>Shows once, after a redirect, what was done. Pages render it with <c>&lt;notice /&gt;</c>.</summary>
[HtmlTargetElement("notice", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Notice(Translator text) : TagHelper
{
    private const string Key = "Notice";

    /// <summary>The view that shows the notice.</summary>
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
        output.Content.SetHtmlContent(text.Kept[lines[0], [.. lines[1..]]]);
    }

    // Stored in English so it can be shown in the language the user has by then.
    internal static void Keep(PageModel page, string sentence, object?[] arguments) => page.TempData[Key] = string.Join('\n', [sentence, .. arguments]);
}

/// <summary>Lets pages report what was done.</summary>
public static class Notices
{
    /// <summary>Shows a notice on the next page.</summary>
    /// <param name="sentence">In English; the key of its translation.</param>
    public static void Notify(this PageModel page, string sentence, params object?[] arguments) => Notice.Keep(page, sentence, arguments);

    /// <summary>Redirects to a page of this site and shows a notice there.</summary>
    /// <param name="sentence">In English; the key of its translation.</param>
    public static IActionResult RedirectWithNotice(this PageModel page, string path, string sentence, params object?[] arguments)
    {
        page.Notify(sentence, arguments);
        return page.LocalRedirect(path);
    }
}
