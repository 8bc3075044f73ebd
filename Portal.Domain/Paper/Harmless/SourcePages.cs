using PdfSharp.Pdf;
using Portal.Domain.Paper.Forms;

namespace Portal.Domain.Paper.Harmless;

/// <summary>One page of a document as written, with what it inherits from the nodes above it.</summary>
internal sealed record SourcePage(PdfDictionary Dictionary, IReadOnlyList<PdfDictionary> Lineage)
{
    /// <summary>The entry of the page or of the nearest node above it.</summary>
    public PdfItem? Entry(string key) => Lineage.Select(node => node.Elements[key]).FirstOrDefault(item => PdfValues.Resolved(item) is not null);
}

/// <summary>Reads the pages in order, without following a tree that leads back to itself.</summary>
internal static class SourcePages
{
    /// <summary>The most pages of one document.</summary>
    public const int Most = 1000;

    private const int Deepest = 60;

    /// <summary>At most one page more than <see cref="Most"/>.</summary>
    public static List<SourcePage> In(PdfDocument document)
    {
        var pages = new List<SourcePage>();
        Walk(document.Internals.Catalog.Dictionary("/Pages"), [], pages, new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance));
        return pages;
    }

    private static void Walk(PdfDictionary? node, IReadOnlyList<PdfDictionary> above, List<SourcePage> pages, HashSet<PdfDictionary> seen)
    {
        if (node is null || above.Count > Deepest || pages.Count > Most || !seen.Add(node))
            return;
        IReadOnlyList<PdfDictionary> lineage = [node, .. above];
        if (node.Array("/Kids") is null)
            pages.Add(new(node, lineage));
        foreach (var kid in node.Array("/Kids").Items().OfType<PdfDictionary>())
            Walk(kid, lineage, pages, seen);
    }
}
