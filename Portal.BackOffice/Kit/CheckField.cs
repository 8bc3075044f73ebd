using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>One yes or no, bound to a bool; the label is the statement a person agrees to.</summary>
[HtmlTargetElement("check-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckField(Translator text) : FieldTagHelper(text)
{
    private protected override IHtmlContent Render(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var isChosen = Posted is { } posted ? posted.StartsWith("true", StringComparison.OrdinalIgnoreCase) : For.Model is true;
        var input = Html.Element(
            "input", "usa-checkbox__input", [],
            ("type", "checkbox"), ("id", Id), ("name", Name), ("value", "true"), ("checked", isChosen ? "checked" : null));
        var label = Html.Element("label", "usa-checkbox__label", [Caption()], ("for", Id));
        return new HtmlContentBuilder()
            .AppendHtml(HintAndError())
            .AppendHtml(Html.Element("div", "usa-checkbox", [Describe(input, attributes), label]))
            // An empty box posts nothing; without this a default of true could not be taken back.
            .AppendHtml(Html.Element("input", null, [], ("type", "hidden"), ("name", Name), ("value", "false")));
    }
}
