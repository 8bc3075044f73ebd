using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>A file upload with the browser's own control.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileField(Translator text) : FieldTagHelper(text)
{
    private protected override IHtmlContent Render(IReadOnlyList<TagHelperAttribute> attributes) => new HtmlContentBuilder()
        .AppendHtml(Html.Element("label", "usa-label", [Caption()], ("for", Id)))
        .AppendHtml(HintAndError())
        .AppendHtml(Describe(Html.Element("input", "file-input", [], ("id", Id), ("name", Name), ("type", "file")), attributes));
}
