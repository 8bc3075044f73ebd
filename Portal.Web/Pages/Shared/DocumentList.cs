using Portal.Domain.Documents;

namespace Portal.Web.Pages.Shared;

/// <summary>Files shown to their owner, for the partial <c>_DocumentList</c>.</summary>
/// <param name="Documents">The files.</param>
/// <param name="CanRemove">Whether they can still be removed.</param>
public sealed record DocumentList(IReadOnlyList<Document> Documents, bool CanRemove)
{
    /// <summary>Whether what the office shared can be opened.</summary>
    public bool CanOpen { get; init; }

    /// <summary>Status of a file, in English.</summary>
    public static string StateOf(Document document) => document.State switch
    {
        DocumentState.Clean or DocumentState.Unscanned => "Received",
        DocumentState.Suspect => "Not accepted. Our virus scan found a problem with this file. Scan your computer, then send a photo of the document.",
        _ => "Received. We're checking it.",
    };

    /// <summary>File size in readable units.</summary>
    public static string SizeOf(Document document) =>
        document.Length < 1_000_000 ? $"{Math.Max(1, document.Length / 1000)} KB" : $"{document.Length / 1_000_000.0:0.0} MB";
}
