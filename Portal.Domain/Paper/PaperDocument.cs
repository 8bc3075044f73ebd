namespace Portal.Domain.Paper;

/// <summary>
/// A document to print: a pure value. The same document always gives the same PDF, so anything that must be provable later
/// has to be in here and not looked up while printing.
/// </summary>
/// <param name="Title">Printed at the top of the first page and shown by viewers as the document's title.</param>
/// <param name="Language">"en" or "es", for screen readers and for the text the printer adds.</param>
/// <param name="Reference">Printed at the foot of every page.</param>
/// <param name="IssuedAt">UTC; used as the file's creation date.</param>
/// <param name="Blocks">The content, in reading order.</param>
public sealed record PaperDocument(
    string Title,
    string Language,
    string Reference,
    DateTime IssuedAt,
    IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>The letterhead: who issues the document. Repeated in small type on later pages.</summary>
    public string? Issuer { get; init; }

    /// <summary>The address and phone number under the issuer, on the first page only.</summary>
    public string? IssuerDetail { get; init; }

    /// <summary>A seal beside the letterhead of the first page, a PNG or JPEG picture; decoration that isn't read aloud. Null for none.</summary>
    public byte[]? Seal { get; init; }

    /// <summary>The text of a QR code in the corner of every page, so that a scan of any page can be matched.</summary>
    public string? CornerCode { get; init; }

    /// <summary>Whether the title is printed. A letter has none; viewers show it all the same.</summary>
    public bool ShowsTitle { get; init; } = true;

    /// <summary>Whether pages of other PDFs get the reference and their number in this document at their foot.</summary>
    public bool NumbersForeignPages { get; init; }

    /// <summary>The text the printer adds.</summary>
    public PaperWords Words { get => field ?? PaperWords.For(Language); init; }
}
