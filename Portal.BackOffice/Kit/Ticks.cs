using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.BackOffice.Kit;

/// <summary>Radio buttons and checkboxes with their labels and hints.</summary>
internal static class Ticks
{
    public static IHtmlContent Render(string type, string name, string id, IEnumerable<SelectListItem> items, Chosen chosen, Translator text)
    {
        var content = new HtmlContentBuilder();
        foreach (var (index, item) in items.Index())
            content.AppendHtml(
                One(
                    type, name, $"{id}_{index + 1}", item.Value, text[item.Text],
                    (item as Choice)?.Hint is { } hint ? text[hint] : null,
                    chosen.Includes(item)));
        return content;
    }

    public static TagBuilder One(string type, string name, string id, string value, string label, string? hint, bool isChosen)
    {
        var input = Html.Element(
            "input", $"usa-{type}__input", [],
            ("type", type), ("id", id), ("name", name), ("value", value),
            ("checked", isChosen ? "checked" : null), ("aria-describedby", hint is null ? null : $"{id}-note"));
        var caption = Html.Element("label", $"usa-{type}__label", label, ("for", id));
        var note = hint is null ? Html.Text("") : Html.Element("div", "tick-hint", hint, ("id", $"{id}-note"));
        return Html.Element("div", $"usa-{type}", [input, caption, note]);
    }
}
