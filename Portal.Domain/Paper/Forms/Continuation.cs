using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Layout;

namespace Portal.Domain.Paper.Forms;

/// <summary>Entries too long for their fields, in full, on pages after the form. In English because agencies' forms are.</summary>
internal sealed class Continuation(FontFiles fonts, FormEntries entries, int formPages)
{
    private readonly List<Field> _items = [];

    public bool IsEmpty => _items.Count == 0;

    /// <summary>The notices that may appear in the field, longest first.</summary>
    public IReadOnlyList<string> Notices => [$"see page {formPages + 1}", $"page {formPages + 1}", $"p. {formPages + 1}", "*"];

    public void Add(FormField field, string text) =>
        _items.Add(new Field(field.Places is [var first, ..] ? $"{field.Label} (page {first.Page})" : field.Label, text));

    public IReadOnlyList<IReadOnlyList<Mark>> Pages() => [.. PaperLayout.Pages(
        new PaperDocument($"Continuation of {entries.Title}", "en", entries.Reference, default,
            [new Paragraph("These entries did not fit in their fields. They are part of the form."), new Fields(_items)])
        {
            CornerCode = entries.CornerCode,
            Words = PaperWords.For("en") with { PageLabel = "Continuation page {0} of {1}" },
        },
        fonts).Select(page => page.Marks)];
}
