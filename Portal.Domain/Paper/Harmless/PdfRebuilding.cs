using PdfSharp.Pdf;
using Portal.Domain.Paper.Forms;

namespace Portal.Domain.Paper.Harmless;

/// <summary>Builds a document anew from the pages, fields, layers, and reading order of another.</summary>
internal sealed class PdfRebuilding(PdfDocument source, PdfDocument target)
{
    private static readonly string[] Inherited = ["/Resources", "/MediaBox", "/CropBox", "/Rotate"];
    private static readonly string[] Own = ["/Contents", "/Group", "/StructParents", "/UserUnit"];
    private static readonly string[] OfForm = ["/Fields", "/NeedAppearances", "/DA", "/Q"];

    private readonly PdfCopier _copier = new(target);

    public void Run(IReadOnlyList<SourcePage> pages)
    {
        var catalog = source.Internals.Catalog;
        foreach (var away in new PdfItem?[] { catalog, catalog.At("/Pages") }.OfType<PdfDictionary>())
            _copier.Drop(away);
        var made = pages.Select(page => (From: page, To: target.AddPage())).ToList();
        foreach (var (from, to) in made)
            _copier.Replace(from.Dictionary, to);
        foreach (var (from, to) in made)
            Fill(to, from);
        CopyForm(catalog.Dictionary("/AcroForm"));
        Set(target.Internals.Catalog, "/OCProperties", Layers(catalog.Dictionary("/OCProperties")));
        Set(target.Internals.Catalog, "/StructTreeRoot", _copier.Copy(catalog.Elements["/StructTreeRoot"], PdfPart.Structure));
        if (target.Internals.Catalog.Elements.ContainsKey("/StructTreeRoot"))
            target.Internals.Catalog.Elements["/MarkInfo"] = new PdfDictionary(target) { Elements = { ["/Marked"] = new PdfBoolean(true) } };
        if (catalog.Text("/Lang") is { Length: > 0 and < 40 } language)
            target.Internals.Catalog.Language = language;
    }

    private void Fill(PdfPage to, SourcePage from)
    {
        foreach (var key in Inherited)
            Set(to, key, _copier.Copy(from.Entry(key), PdfPart.Content));
        foreach (var key in Own)
            Set(to, key, _copier.Copy(from.Dictionary.Elements[key], PdfPart.Content));
        if (PdfValues.BoxOf(to.At("/MediaBox")) is null)
            to.Elements["/MediaBox"] = new PdfRectangle(new PdfSharp.Drawing.XRect(0, 0, 612, 792));
        if (PdfValues.BoxOf(to.At("/CropBox")) is null)
            to.Elements.Remove("/CropBox");
        if (to.Whole("/Rotate") is not { } turn || turn % 90 != 0)
            to.Elements.Remove("/Rotate");
        Set(to, "/Annots", _copier.Copy(from.Dictionary.At("/Annots") as PdfArray, PdfPart.Field));
    }

    private void CopyForm(PdfDictionary? form)
    {
        if (form is null)
            return;
        var copy = new PdfDictionary(target);
        target.Internals.AddObject(copy);
        foreach (var key in OfForm)
            Set(copy, key, _copier.Copy(form.Elements[key], PdfPart.Field));
        Set(copy, "/DR", _copier.Copy(form.Elements["/DR"], PdfPart.Content));
        target.Internals.Catalog.Elements["/AcroForm"] = copy.Reference!;
    }

    // A layer that was hidden stays hidden.
    private PdfDictionary? Layers(PdfDictionary? layers)
    {
        if (layers is null)
            return null;
        var copy = new PdfDictionary(target);
        foreach (var key in (string[])["/OCGs", "/D"])
            Set(copy, key, _copier.Copy(layers.Elements[key], PdfPart.Layer));
        return copy;
    }

    private static void Set(PdfDictionary dictionary, string key, PdfItem? value)
    {
        if (value is null)
            return;
        dictionary.Elements[key] = value;
    }
}
