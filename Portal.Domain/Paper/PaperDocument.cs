namespace Portal.Domain.Paper;

/// <summary>
/// A document to print: a pure value. The same paper always gives the same PDF, so whatever must be proven later
/// has to be in here and not be looked up while printing.
/// </summary>
/// <param name="Title">Printed on top of the first page and shown by viewers as the name of the document.</param>
/// <param name="Language">"en" or "es": for screen readers and for the words the printer itself adds.</param>
/// <param name="Reference">Printed at the foot of every page.</param>
/// <param name="IssuedAt">UTC; becomes the creation date of the file.</param>
/// <param name="Blocks">The content, in reading order.</param>
public sealed record PaperDocument(
    string Title,
    string Language,
    string Reference,
    DateTime IssuedAt,
    IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>The letterhead: who issues the paper. Repeated small on the following pages.</summary>
    public string? Issuer { get; init; }

    /// <summary>Address and telephone under the issuer, on the first page only.</summary>
    public string? IssuerDetail { get; init; }

    /// <summary>Text of a QR code in the corner of every page, so that a scan of any page finds its way back.</summary>
    public string? CornerCode { get; init; }

    /// <summary>The words that the printer itself adds.</summary>
    public PaperWords Words { get => field ?? PaperWords.For(Language); init; }
}
