using PdfSharp.Pdf;
using Portal.Domain.Paper.Forms;

namespace Portal.Domain.Paper.Harmless;

/// <summary>What a document has besides its pages, where that decides whether a copy of the pages is the document.</summary>
internal static class PdfActivity
{
    private static readonly HashSet<string> Media = ["FileAttachment", "Sound", "Movie", "Screen", "3D", "RichMedia"];

    /// <summary>Whether the pages only say that a certain program is needed: the form itself is a script's work (XFA).</summary>
    public static bool IsDynamicForm(PdfDocument document)
    {
        var catalog = document.Internals.Catalog;
        return catalog.Dictionary("/AcroForm") is { } form && form.At("/XFA") is not null
            && (catalog.Truth("/NeedsRendering") || form.Array("/Fields") is not { Elements.Count: > 0 });
    }

    /// <summary>Whether it's a folder of files in the shape of a PDF.</summary>
    public static bool IsPortfolio(PdfDocument document) =>
        document.Internals.Catalog.At("/Collection") is not null && document.Internals.Catalog.Dictionary("/Names")?.At("/EmbeddedFiles") is not null;

    /// <summary>Whether files, video, or sound are attached to the document or to one of its pages.</summary>
    public static bool HasAttachments(PdfDocument document, IReadOnlyList<SourcePage> pages) =>
        document.Internals.Catalog.Dictionary("/Names")?.At("/EmbeddedFiles") is not null
        || document.Internals.Catalog.Array("/AF") is { Elements.Count: > 0 }
        || pages.Any(page => page.Dictionary.Array("/Annots").Items().OfType<PdfDictionary>().Any(a => Media.Contains(a.Name("/Subtype") ?? "")));
}
