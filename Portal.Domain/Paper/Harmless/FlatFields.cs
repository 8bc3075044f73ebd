using System.Text;
using PdfSharp.Pdf;
using Portal.Domain.Paper.Drawing;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Forms;

namespace Portal.Domain.Paper.Harmless;

/// <summary>Makes what was filled in, stamped, or drawn a part of the pages, as it appears.</summary>
internal static class FlatFields
{
    public static void Make(PdfDocument document, FontFiles fonts)
    {
        if (document.Internals.Catalog.Dictionary("/AcroForm") is { } form && FormTree.Read(document) is { } tree)
            Show(document, tree, new WidgetPainter(fonts, new MarkPainter(document), new FormTags(document), form));
        foreach (var page in document.Pages)
        {
            var drawn = FlatAnnotations.Of(page);
            page.Elements.Remove("/Annots");
            if (drawn.Length > 0)
                Add(document, page, drawn);
        }

        document.Internals.Catalog.Elements.Remove("/AcroForm");
    }

    private static void Show(PdfDocument document, FormTree tree, WidgetPainter painter)
    {
        var pages = tree.Pages.ToDictionary(page => page, page => new PageOverlay(document, page));
        foreach (var node in tree.Nodes)
        {
            var field = node.Kind is null ? new FormField(0, node.Name, FieldKind.Text) : node.Describe(0);
            foreach (var widget in node.Widgets)
                painter.Keep(new(pages[widget.Page], widget, FieldLook.Of(node, field, widget)), node);
        }

        foreach (var (page, overlay) in pages)
        {
            overlay.Finish();
            KeepOthers(page.Dictionary);
        }
    }

    private static void KeepOthers(PdfDictionary page)
    {
        if (page.Array("/Annots") is not { } annotations)
            return;
        for (var index = annotations.Elements.Count - 1; index >= 0; index--)
        {
            if (PdfValues.Resolved(annotations.Elements[index]) is not PdfDictionary annotation || FormTree.IsWidget(annotation))
                annotations.Elements.RemoveAt(index);
        }
    }

    private static void Add(PdfDocument document, PdfPage page, string drawn)
    {
        var contents = new PdfArray(document);
        contents.Elements.Add(Stream(document, "q\n").Reference!);
        var before = page.Elements["/Contents"];
        foreach (var part in before is null ? [] : PdfValues.Resolved(before) is PdfArray many ? many.Elements.Items : [before])
            contents.Elements.Add(part);
        contents.Elements.Add(Stream(document, $"\nQ\n{drawn}").Reference!);
        page.Elements["/Contents"] = contents;
    }

    private static PdfDictionary Stream(PdfDocument document, string content)
    {
        var stream = new PdfDictionary(document);
        document.Internals.AddObject(stream);
        stream.CreateStream(Encoding.ASCII.GetBytes(content));
        return stream;
    }
}
