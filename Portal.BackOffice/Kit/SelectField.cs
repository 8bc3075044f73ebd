using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>A drop-down list for choosing one of many items. Items of a group must be next to each other.</summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectField(Translator text) : FieldTagHelper(text)
{
    /// <summary>Items to choose from.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>Text of the empty first option, in English; no such option if empty.</summary>
    public string Prompt { get; set; } = "Select one";

    private protected override IHtmlContent Render(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var select = Html.Element("select", "usa-select" + (Error is null ? "" : " usa-input--error"), [], ("id", Id), ("name", Name));
        if (Prompt.Length > 0)
            select.InnerHtml.AppendHtml(Html.Element("option", null, Text[Prompt], ("value", "")));
        select.InnerHtml.AppendHtml(new Options(Items, new Chosen(View, Name, For.Model), Text));

        return new HtmlContentBuilder()
            .AppendHtml(Html.Element("label", "usa-label", [Caption()], ("for", Id)))
            .AppendHtml(HintAndError())
            .AppendHtml(Describe(select, attributes));
    }

    // Written straight to the page: with hundreds of options, one object per option would dominate render time.
    private sealed class Options(IEnumerable<SelectListItem> items, Chosen chosen, Translator text) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            string? group = null;
            foreach (var item in items)
            {
                var own = item.Group is null ? null : text[item.Group.Name];
                if (own != group)
                {
                    End(writer, group);
                    if (own is not null)
                        Write(writer, encoder, "<optgroup label=\"", own, "\">");
                    group = own;
                }

                Write(writer, encoder, "<option value=\"", item.Value, chosen.Includes(item) ? "\" selected=\"selected\">" : "\">");
                Write(writer, encoder, "", text[item.Text], "</option>");
            }

            End(writer, group);
        }

        private static void Write(TextWriter writer, HtmlEncoder encoder, string before, string? value, string after)
        {
            writer.Write(before);
            encoder.Encode(writer, value ?? "");
            writer.Write(after);
        }

        private static void End(TextWriter writer, string? group)
        {
            if (group is not null)
                writer.Write("</optgroup>");
        }
    }
}
