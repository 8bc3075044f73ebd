using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>A yes-or-no checkbox bound to a bool; the label is the statement the person agrees to.</summary>
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
            // An unchecked box posts nothing; without this, a default of true couldn't be turned off.
            .AppendHtml(Html.Element("input", null, [], ("type", "hidden"), ("name", Name), ("value", "false")));
    }
}
