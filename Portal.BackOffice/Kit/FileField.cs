using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>A file upload with the browser's own control. A file that was chosen and not yet used is kept.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileField(Translator text, HeldFormFiles held) : FieldTagHelper(text)
{
    private string? _ticket;

    private string? Chosen => For.Model is IFormFile { FileName: var name } && _ticket is not null ? name : null;

    private protected override IEnumerable<string> Notes => Chosen is null ? base.Notes : [.. base.Notes, $"{Id}-held"];

    private protected override async Task PrepareAsync()
    {
        // A refused file would be refused again.
        if (For.Model is IFormFile file && Error is null)
            _ticket = await held.HoldAsync(file, View.HttpContext.RequestAborted);
    }

    private protected override IHtmlContent Render(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var content = new HtmlContentBuilder()
            .AppendHtml(Html.Element("label", "usa-label", [Caption()], ("for", Id)))
            .AppendHtml(HintAndError());
        if (Chosen is { } name)
            content.AppendHtml(Html.Element("p", "file-held", Text["You chose {0}. To send a different file, choose it here.", name], ("id", $"{Id}-held")))
                .AppendHtml(Html.Element("input", null, [], ("type", "hidden"), ("name", HeldFormFiles.FieldOf(Name)), ("value", _ticket)));
        return content.AppendHtml(Describe(Html.Element("input", "file-input", [], ("id", Id), ("name", Name), ("type", "file")), attributes));
    }
}
