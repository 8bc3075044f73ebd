using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace Portal.Domain.Paper.Reading;

/// <summary>
/// Checks the page tree of a PDF before PDFsharp walks it recursively, because a tree that leads back to itself would crash the
/// process.
/// </summary>
internal static class PageTree
{
    private const int MaxNodes = 2000;
    private const int Deepest = 60;

    /// <summary>The number of pages; 0 when it isn't a tree, or is one no real file has.</summary>
    public static int Count(PdfDocument document)
    {
        var (pages, seen) = (0, new HashSet<PdfObject>(ReferenceEqualityComparer.Instance));
        var waiting = new Stack<(PdfItem? Node, int Depth)>([(document.Internals.Catalog.Elements["/Pages"], 0)]);
        while (waiting.TryPop(out var next))
        {
            if (Resolved(next.Node) is not PdfDictionary node || !seen.Add(node) || seen.Count > MaxNodes || next.Depth > Deepest)
                return 0;
            if (Resolved(node.Elements["/Kids"]) is not PdfArray kids)
            {
                pages++;
                continue;
            }

            foreach (var kid in kids.Elements)
                waiting.Push((kid, next.Depth + 1));
        }

        return pages;
    }

    private static PdfItem? Resolved(PdfItem? item) => item is PdfReference reference ? reference.Value : item;
}
