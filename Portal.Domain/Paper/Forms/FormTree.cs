using PdfSharp.Pdf;

namespace Portal.Domain.Paper.Forms;

/// <summary>Reads the fields of a document without PDFsharp's form classes, which fail on some forms that viewers can show.</summary>
internal sealed class FormTree
{
    private const int Deepest = 32, MostPartsOfName = 400, Hidden = 2 | 32;

    private readonly PdfDictionary _form;
    private readonly HashSet<PdfDictionary> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PdfDictionary, FormPage> _shown = new(ReferenceEqualityComparer.Instance);
    private readonly List<FormNode> _nodes = [];

    private FormTree(PdfDocument document, PdfDictionary form)
    {
        _form = form;
        Pages = [.. Enumerable.Range(0, document.PageCount).Select(index => FormPage.Of(index + 1, document.Pages[index]))];
        foreach (var page in Pages)
        {
            foreach (var widget in Annotations(page).Where(IsWidget))
                _shown.TryAdd(widget, page);
        }
    }

    public IReadOnlyList<FormPage> Pages { get; }

    /// <summary>The fields in reading order. Fields with the same name and kind are merged.</summary>
    public IReadOnlyList<FormNode> Nodes { get; private set; } = [];

    /// <summary>Null when the document isn't a form.</summary>
    public static FormTree? Read(PdfDocument document)
    {
        if (document.Internals.Catalog.Dictionary("/AcroForm") is not { } form)
            return null;
        var tree = new FormTree(document, form);
        foreach (var root in form.Array("/Fields").Items().OfType<PdfDictionary>())
            tree.Walk(root, [], "");
        foreach (var lost in tree._shown.Keys.Where(widget => !tree._seen.Contains(widget)).ToList())
            tree.Adopt(lost);
        tree.Nodes = tree.Together();
        return tree;
    }

    public FormShape Describe() => new(
        [.. Pages.Select(page => new FormPageSize(Math.Round(page.Width, 2), Math.Round(page.Height, 2)))],
        [.. Nodes.Select((node, index) => node.Describe(index + 1))]);

    public static IEnumerable<PdfDictionary> Annotations(FormPage page) => page.Dictionary.Array("/Annots").Items().OfType<PdfDictionary>();

    public static bool IsWidget(PdfDictionary annotation) => annotation.Name("/Subtype") == "Widget";

    private void Walk(PdfDictionary node, IReadOnlyList<PdfDictionary> parents, string prefix)
    {
        if (parents.Count > Deepest || !_seen.Add(node))
            return;
        var name = Joined(prefix, node.Text("/T"));
        IReadOnlyList<PdfDictionary> lineage = [node, .. parents];
        var kids = node.Array("/Kids").Items().OfType<PdfDictionary>().ToList();
        var widgets = kids.Where(kid => !IsField(kid)).ToList();
        foreach (var field in kids.Where(IsField))
            Walk(field, lineage, name);
        if (kids.Count == 0 || widgets.Count > 0)
            Add(name, lineage, kids.Count == 0 ? [node] : widgets);
    }

    /// <summary>Adds a widget that a page shows but the form doesn't list. Viewers let people fill it in anyway.</summary>
    private void Adopt(PdfDictionary widget)
    {
        List<PdfDictionary> lineage = [widget];
        while (lineage[^1].Dictionary("/Parent") is { } parent && lineage.Count <= Deepest && !lineage.Contains(parent, ReferenceEqualityComparer.Instance))
            lineage.Add(parent);
        _seen.Add(widget);
        Add(lineage.AsEnumerable().Reverse().Aggregate("", (name, level) => Joined(name, level.Text("/T"))), lineage, [widget]);
    }

    private void Add(string name, IReadOnlyList<PdfDictionary> lineage, IReadOnlyList<PdfDictionary> widgets)
    {
        var node = new FormNode(name, lineage, _form);
        foreach (var (index, widget) in widgets.Index())
        {
            _seen.Add(widget);
            if (_shown.TryGetValue(widget, out var page) && ((widget.Whole("/F") ?? 0) & Hidden) == 0
                && PdfValues.BoxOf(widget.At("/Rect")) is { Width: > 0.5, Height: > 0.5 } box)
                node.Widgets.Add(new FormWidget(widget, page, box, StateOf(widget, node, index)));
        }

        _nodes.Add(node);
    }

    /// <summary>The name of the checked appearance. Forms without one refer to the place by its index.</summary>
    private static string StateOf(PdfDictionary widget, FormNode node, int index) =>
        widget.Dictionary("/AP")?.Dictionary("/N") is { Stream: null } looks
        && looks.Elements.Keys.Select(key => key.TrimStart('/')).FirstOrDefault(key => key != "Off") is { } state
            ? state
            : widget.Name("/AS") is { } shown and not "Off" ? shown
            : node.Kind == FieldKind.Radio ? index.ToString(System.Globalization.CultureInfo.InvariantCulture) : "Yes";

    private List<FormNode> Together()
    {
        var byName = new Dictionary<string, FormNode>(StringComparer.Ordinal);
        // A button does nothing on paper.
        foreach (var node in _nodes.Where(n => !n.IsPushButton && (n.Type is not null || n.Widgets.Count > 0)))
        {
            if (node.Name.Length > 0 && byName.TryGetValue(node.Name, out var first) && first.Kind == node.Kind)
            {
                first.Widgets.AddRange(node.Widgets);
                continue;
            }

            node.Name = Unused(node.Name.Length == 0 ? "?" : node.Name, byName);
            byName.Add(node.Name, node);
        }

        return [.. byName.Values.OrderBy(Place)];
    }

    private static string Unused(string name, Dictionary<string, FormNode> taken)
    {
        var unused = name;
        for (var number = 2; taken.ContainsKey(unused); number++)
            unused = $"{name} #{number}";
        return unused;
    }

    /// <summary>Orders by page, line, and position in the line. Lines closer than half a text line count as one.</summary>
    private static (int Page, double Line, double Along) Place(FormNode node) =>
        node.Widgets.Select(widget => widget.Page.PlaceOf(widget.Box, null))
            .Select(place => (place.Page, Math.Round((place.Y + (place.Height / 2)) / 7), place.X))
            .DefaultIfEmpty((int.MaxValue, 0, 0)).Min();

    private static bool IsField(PdfDictionary kid) => kid.Elements.ContainsKey("/T") || kid.Elements.ContainsKey("/Kids");

    private static string Joined(string prefix, string? part)
    {
        var name = string.IsNullOrEmpty(part) ? prefix : prefix.Length == 0 ? part : $"{prefix}.{part}";
        return name.Length <= MostPartsOfName ? name : name[..MostPartsOfName];
    }
}
