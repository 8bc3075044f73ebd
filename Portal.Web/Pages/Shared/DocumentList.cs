using Portal.Domain.Documents;

namespace Portal.Web.Pages.Shared;

/// <summary>Files as their owner sees them, for the partial <c>_DocumentList</c>.</summary>
/// <param name="Documents">The files.</param>
/// <param name="CanRemove">Whether they can still be taken back.</param>
public sealed record DocumentList(IReadOnlyList<Document> Documents, bool CanRemove)
{
    /// <summary>The state of a file, in English.</summary>
    public static string StateOf(Document document) => document.State switch
    {
        DocumentState.Clean or DocumentState.Unscanned => "Received",
        DocumentState.Suspect => "Not accepted. Our virus scan found a problem with this file. Scan your computer, then send a photo of the document.",
        _ => "Received. We're checking it.",
    };

    /// <summary>A length people understand.</summary>
    public static string SizeOf(Document document) =>
        document.Length < 1_000_000 ? $"{Math.Max(1, document.Length / 1000)} KB" : $"{document.Length / 1_000_000.0:0.0} MB";
}
