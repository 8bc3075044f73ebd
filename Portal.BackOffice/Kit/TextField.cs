using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>A single-line text input, or a text area when <see cref="Items"/> is set.</summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextField(Translator text) : FieldTagHelper(text)
{
    /// <summary>The input type. <c>password</c> never shows the posted value again.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Visible rows; turns the field into a text area.</summary>
    public int Rows { get; set; }

    /// <summary>A USWDS width: 2xs, xs, sm, md, lg, xl, or 2xl; as wide as the text column if empty.</summary>
    public string? Width { get; set; }

    /// <summary>Marks the field with an asterisk.</summary>
    public bool RequiredMark { get; set; }

    /// <summary>Most characters in a text area, counted as people do (<c>TextLength</c>); shown below it and counted down.</summary>
    public int Limit { get; set; }

    private protected override bool IsSecret => Type == "password";

    private protected override IEnumerable<string> Notes => Limit > 0 ? [.. base.Notes, $"{Id}-limit"] : base.Notes;

    private protected override IHtmlContent Render(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var content = new HtmlContentBuilder();
        var label = Html.Element("label", "usa-label", [Caption()], ("for", Id));
        if (RequiredMark)
            label.InnerHtml.Append(" ").AppendHtml(Html.Element("abbr", "usa-hint usa-hint--required", "*", ("title", Text["required"])));
        content.AppendHtml(label).AppendHtml(HintAndError()).AppendHtml(Describe(Control(), attributes));
        return Limit > 0 ? content.AppendHtml(Counter()) : content;
    }

    // The script takes its sentences from here. A screen reader hears the count only after a pause in typing.
    private TagBuilder Counter() => Html.Element("div", "character-count", [
        Html.Element("p", "usa-hint", Text["You can write up to {0} characters.", Text.Number(Limit)], ("id", $"{Id}-limit")),
        Html.Element("p", "usa-sr-only", "", ("role", "status"))],
        ("data-count-for", Id), ("data-limit", Limit.ToString(CultureInfo.InvariantCulture)),
        ("data-left", Text["Characters left: {0}"]), ("data-over", Text["Characters over the limit: {0}"]));

    private TagBuilder Control()
    {
        var value = Posted ?? Convert.ToString(For.Model, CultureInfo.CurrentCulture);
        var kind = Rows > 0 ? "usa-textarea" : "usa-input";
        var classes = kind + (Width is null ? "" : $" usa-input--{Width}") + (Error is null ? "" : " usa-input--error");
        return Rows > 0
            // Browsers drop the first line break in a text area.
            ? Html.Element("textarea", classes, "\n" + value, ("id", Id), ("name", Name), ("rows", Rows.ToString(CultureInfo.InvariantCulture)))
            : Html.Element("input", classes, [], ("id", Id), ("name", Name), ("type", Type), ("value", Type == "password" ? null : value));
    }
}
