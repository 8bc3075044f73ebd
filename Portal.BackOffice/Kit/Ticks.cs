using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.BackOffice.Kit;

/// <summary>Radio buttons and checkboxes with their labels and hints.</summary>
internal static class Ticks
{
    /// <summary>What one of them shows, and whether it is chosen.</summary>
    public sealed record Tick(string Value, string Label, string? Hint, bool IsChosen)
    {
        /// <summary>The key that chooses it; null for none.</summary>
        public string? Key { get; init; }
    }

    public static IHtmlContent Render(string type, string name, string id, IEnumerable<SelectListItem> items, Chosen chosen, Translator text)
    {
        var content = new HtmlContentBuilder();
        foreach (var (index, item) in items.Index())
        {
            var hint = (item as Choice)?.Hint is { } english ? text[english] : null;
            content.AppendHtml(One(type, name, $"{id}_{index + 1}", new(item.Value, text[item.Text], hint, chosen.Includes(item)) { Key = (item as Choice)?.Key }));
        }

        return content;
    }

    public static TagBuilder One(string type, string name, string id, Tick tick)
    {
        var input = Html.Element(
            "input", $"usa-{type}__input", [],
            ("type", type), ("id", id), ("name", name), ("value", tick.Value),
            ("checked", tick.IsChosen ? "checked" : null), ("aria-describedby", tick.Hint is null ? null : $"{id}-note"), ("data-key", tick.Key), ("accesskey", tick.Key));
        var caption = Html.Element("label", $"usa-{type}__label", tick.Label, ("for", id));
        if (tick.Key is { } key)
            caption.InnerHtml.Append(" ").AppendHtml(Html.Element("kbd", null, key, ("aria-hidden", "true")));
        var note = tick.Hint is null ? Html.Text("") : Html.Element("div", "tick-hint", tick.Hint, ("id", $"{id}-note"));
        return Html.Element("div", $"usa-{type}", [input, caption, note]);
    }
}
