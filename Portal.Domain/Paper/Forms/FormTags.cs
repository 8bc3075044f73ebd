using PdfSharp.Pdf;

namespace Portal.Domain.Paper.Forms;

/// <summary>
/// The structure tree of a tagged form, which screen readers follow. References to a field are replaced with references to
/// what was written there. A form without tags, or with broken ones, isn't changed.
/// </summary>
internal sealed class FormTags
{
    private const int Deepest = 32;

    private readonly PdfDocument _document;
    private readonly PdfDictionary? _root;
    private readonly PdfDictionary? _numbers;
    private readonly Dictionary<int, PdfItem?> _byNumber = [];

    public FormTags(PdfDocument document)
    {
        _document = document;
        _root = document.Internals.Catalog.Dictionary("/StructTreeRoot");
        _numbers = _root?.Dictionary("/ParentTree");
        Read(_numbers, 0);
    }

    /// <summary>Gives the content written in a field its place in the structure. Returns the number to mark it with, or null.</summary>
    public int? Mark(FormPage page, PdfDictionary widget)
    {
        if (widget.Whole("/StructParent") is not { } key || _byNumber.GetValueOrDefault(key) is not PdfDictionary { Reference: not null } element
            || ListOf(page.Dictionary) is not { } list || page.Dictionary.Reference is null)
            return null;
        var number = list.Elements.Count;
        if (!Replace(element, widget, ContentAt(page.Dictionary, number)))
            return null;
        list.Elements.Add(element.Reference);
        return number;
    }

    /// <summary>Removes a field that left nothing to read from the structure.</summary>
    public void Forget(PdfDictionary widget)
    {
        if (widget.Whole("/StructParent") is { } key && _byNumber.GetValueOrDefault(key) is PdfDictionary element)
            Replace(element, widget, null);
    }

    /// <summary>Adds a paragraph at the end of the document for an added page.</summary>
    public int? MarkPage(PdfPage page)
    {
        if (_root is null || page.Reference is null || ListOf(page) is not { } list)
            return null;
        // Most documents have one root element that contains all others.
        var parent = _root.Dictionary("/K") is { Reference: not null } only ? only
            : _root.Array("/K").Items().OfType<PdfDictionary>().LastOrDefault(kid => kid.Reference is not null) ?? _root;
        if (parent.Reference is null)
            return null;
        var paragraph = new PdfDictionary(_document);
        _document.Internals.AddObject(paragraph);
        paragraph.Elements["/Type"] = new PdfName("/StructElem");
        paragraph.Elements["/S"] = new PdfName("/P");
        paragraph.Elements["/P"] = parent.Reference;
        paragraph.Elements["/K"] = ContentAt(page, list.Elements.Count);
        var kids = new PdfArray(_document);
        foreach (var kid in parent.Elements["/K"] is not { } before ? [] : PdfValues.Resolved(before) is PdfArray many ? many.Elements.Items : [before])
            kids.Elements.Add(kid);
        kids.Elements.Add(paragraph.Reference!);
        parent.Elements["/K"] = kids;
        list.Elements.Add(paragraph.Reference!);
        return list.Elements.Count - 1;
    }

    private PdfDictionary ContentAt(PdfDictionary page, int number)
    {
        var content = new PdfDictionary(_document);
        content.Elements["/Type"] = new PdfName("/MCR");
        content.Elements["/Pg"] = page.Reference!;
        content.Elements["/MCID"] = new PdfInteger(number);
        return content;
    }

    private static bool Replace(PdfDictionary element, PdfDictionary widget, PdfDictionary? content)
    {
        if (element.At("/K") is PdfDictionary only)
        {
            if (!ReferenceEquals(only.Dictionary("/Obj"), widget))
                return false;
            element.Elements["/K"] = content ?? (PdfItem)new PdfArray();
            return true;
        }

        var kids = element.Array("/K");
        for (var index = 0; index < kids?.Elements.Count; index++)
        {
            if (PdfValues.Resolved(kids.Elements[index]) is PdfDictionary kid && ReferenceEquals(kid.Dictionary("/Obj"), widget))
            {
                kids.Elements.RemoveAt(index);
                if (content is not null)
                    kids.Elements.Insert(index, content);
                return true;
            }
        }

        return false;
    }

    /// <summary>The page's array in the parent tree, indexed by mark number; created when missing.</summary>
    private PdfArray? ListOf(PdfDictionary page)
    {
        if (_root is null || _numbers is null)
            return null;
        if (page.Whole("/StructParents") is { } known)
            return _byNumber.GetValueOrDefault(known) as PdfArray;
        var number = Math.Max(_root.Whole("/ParentTreeNextKey") ?? 0, _byNumber.Keys.DefaultIfEmpty(-1).Max() + 1);
        var list = new PdfArray(_document);
        _document.Internals.AddObject(list);
        page.Elements["/StructParents"] = new PdfInteger(number);
        _root.Elements["/ParentTreeNextKey"] = new PdfInteger(number + 1);
        _byNumber[number] = list;
        Append(_numbers, number, list);
        return list;
    }

    private void Append(PdfDictionary numbers, int number, PdfArray list)
    {
        if (numbers.Array("/Kids") is { } kids)
        {
            var leaf = new PdfDictionary(_document);
            _document.Internals.AddObject(leaf);
            leaf.Elements["/Limits"] = new PdfLiteral($"[{number} {number}]");
            leaf.Elements["/Nums"] = new PdfArray(_document, new PdfInteger(number), list.Reference!);
            kids.Elements.Add(leaf.Reference!);
            return;
        }

        var pairs = numbers.Array("/Nums") ?? new PdfArray(_document);
        pairs.Elements.Add(new PdfInteger(number));
        pairs.Elements.Add(list.Reference!);
        numbers.Elements["/Nums"] = pairs.Reference is { } reference ? reference : pairs;
    }

    private void Read(PdfDictionary? node, int depth)
    {
        if (node is null || depth > Deepest)
            return;
        var pairs = node.Array("/Nums").Items().ToList();
        for (var at = 0; at + 1 < pairs.Count; at += 2)
        {
            if (PdfValues.WholeOf(pairs[at]) is { } number)
                _byNumber.TryAdd(number, pairs[at + 1]);
        }

        foreach (var kid in node.Array("/Kids").Items().OfType<PdfDictionary>())
            Read(kid, depth + 1);
    }
}
