using PdfSharp.Pdf;
using Portal.Domain.Paper.Drawing;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Layout;
using Portal.Domain.Paper.Reading;

namespace Portal.Domain.Paper.Forms;

/// <summary>
/// Fills a blank form: a pure function of its bytes and the entries. Fields become part of the pages, so that every viewer
/// shows the same and nothing can be edited; fonts are embedded. Long entries are set smaller, and those that still don't fit
/// appear in full on pages after the form.
/// </summary>
/// <remarks>
/// A tagged form stays tagged: an entry takes the place of its field in the reading order. A form without tags doesn't get
/// any.
/// </remarks>
public sealed class FormFilling(FontFiles fonts)
{
    /// <summary>The filled form, ready to seal or print.</summary>
    /// <exception cref="InvalidDataException">The blank can't be read as a form.</exception>
    public byte[] Fill(byte[] blank, FormEntries entries) =>
        LargeStack.Run(() => Filled(blank, entries), LargeStack.UsualLimit) ?? throw new InvalidDataException("This form takes too long to fill.");

    private byte[] Filled(byte[] blank, FormEntries entries)
    {
        using var document = Open(blank, out var tree);
        var form = document.Internals.Catalog.Dictionary("/AcroForm")!;
        var painter = new MarkPainter(document);
        var tags = new FormTags(document);
        var widgets = new WidgetPainter(fonts, painter, tags, form);
        var pages = tree.Pages.ToDictionary(page => page, page => new PageOverlay(document, page));
        var more = new Continuation(fonts, entries, tree.Pages.Count);
        var shape = tree.Describe();
        foreach (var (node, field) in tree.Nodes.Zip(shape.Fields))
            Fill(node, field, entries.Values.GetValueOrDefault(node.Name), pages, widgets, more);
        if (entries.CornerCode is { } code)
            Stamp(new CornerStamp(fonts, code, entries.Reference), blank, pages, painter, shape);
        foreach (var (page, overlay) in pages)
        {
            overlay.Finish();
            RemoveFields(page, document, tags);
        }

        Continue(document, more, painter, tags);
        foreach (var key in (string[])["/AcroForm", "/Perms", "/NeedsRendering", "/AA", "/OpenAction"])
            document.Internals.Catalog.Elements.Remove(key);
        return Saved(document, entries.Title);
    }

    /// <summary>Saves without the library's timestamps and random ids, so that the same entries give the same file.</summary>
    private static byte[] Saved(PdfDocument document, string title)
    {
        document.Info.Elements.Remove("/ModDate");
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return FileFinish.Apply(file.ToArray(), FormMetadata.Of(title, document.Info.Producer));
    }

    private static PdfDocument Open(byte[] blank, out FormTree tree)
    {
        PdfDocument? document = null;
        try
        {
            document = ForeignFile.Open(blank);
            tree = FormTree.Read(document) ?? throw new InvalidDataException("This PDF has no form.");
            return document;
        }
        catch (Exception unreadable) when (unreadable is not (OutOfMemoryException or InvalidDataException))
        {
            document?.Dispose();
            throw new InvalidDataException("This file cannot be read as a form.", unreadable);
        }
    }

    private static void Fill(
        FormNode node, FormField field, FieldValue? value, Dictionary<FormPage, PageOverlay> pages, WidgetPainter painter, Continuation more)
    {
        var (text, isListed) = value switch
        {
            FieldValue.Text { Value: var typed } when node.Kind == FieldKind.Choice => Chosen(node, field, typed),
            FieldValue.Text { Value: var typed } => (typed, true),
            FieldValue.Signature { Name: var name } => (name, true),
            _ => (null, true),
        };
        var whole = true;
        foreach (var widget in node.Widgets)
        {
            var place = new WidgetPlace(pages[widget.Page], widget, FieldLook.Of(node, field, widget));
            if (value is FieldValue.Tick { State: var state } && field.IsTick)
            {
                painter.Tick(place, widget.State == state);
            }
            else if (string.IsNullOrWhiteSpace(text))
            {
                painter.Keep(place, node);
            }
            else
            {
                var style = value is FieldValue.Signature ? FontStyle.Italic : FontStyle.Regular;
                whole &= painter.Write(place, text, style, more.Notices, cut: !isListed);
            }
        }

        if (!whole && text is not null)
            more.Add(field, text);
    }

    /// <summary>The text of an option on the list. Other text only if the form allows it.</summary>
    private static (string Text, bool IsListed) Chosen(FormNode node, FormField field, string typed)
    {
        var line = node.Options().FirstOrDefault(o =>
            string.Equals(o.Value, typed, StringComparison.OrdinalIgnoreCase) || string.Equals(o.Text, typed, StringComparison.OrdinalIgnoreCase));
        return (line?.Text ?? typed, line is not null || field.Editable);
    }

    private static void Stamp(CornerStamp stamp, byte[] blank, Dictionary<FormPage, PageOverlay> pages, MarkPainter painter, FormShape shape)
    {
        var pictures = FormPicture.Of(blank);
        foreach (var (page, overlay) in pages)
        {
            var place = CornerStamp.FreePlace(
                page.Width, page.Height, pictures.ElementAtOrDefault(page.Number - 1),
                shape.Fields.SelectMany(f => f.Places).Where(p => p.Page == page.Number));
            if (place is null)
            {
                overlay.MakeRoomBelow(CornerStamp.Strip);
                place = new CornerStamp.Place(page.Width / 2, page.Height - CornerStamp.Strip, 54);
                place = place with { Left = (page.Width - place.Width) / 2 };
            }

            overlay.AddOnPaper(painter.Draw(place.Width, place.Height, stamp.Marks(place)), place.Left, page.Height - place.Top - place.Height);
        }
    }

    private static void RemoveFields(FormPage page, PdfDocument document, FormTags tags)
    {
        page.Dictionary.Elements.Remove("/AA");
        var kept = new PdfArray(document);
        foreach (var item in page.Dictionary.Array("/Annots")?.Elements.Items ?? [])
        {
            if (PdfValues.Resolved(item) is not PdfDictionary annotation)
                continue;
            if (FormTree.IsWidget(annotation))
                tags.Forget(annotation);
            else
                kept.Elements.Add(item);
        }

        if (kept.Elements.Count > 0)
            page.Dictionary.Elements["/Annots"] = kept;
        else
            page.Dictionary.Elements.Remove("/Annots");
    }

    private static void Continue(PdfDocument document, Continuation more, MarkPainter painter, FormTags tags)
    {
        if (more.IsEmpty)
            return;
        foreach (var marks in more.Pages())
        {
            var drawing = painter.Draw(Sheet.Width, Sheet.Height, marks);
            var page = document.AddPage();
            page.MediaBox = new PdfRectangle(new PdfSharp.Drawing.XRect(0, 0, Sheet.Width, Sheet.Height));
            var overlay = new PageOverlay(document, FormPage.Of(document.PageCount, page));
            overlay.Add(drawing, new Turn(1, 0, 0, 1, 0, 0), tags.MarkPage(page));
            overlay.Finish();
        }
    }
}
