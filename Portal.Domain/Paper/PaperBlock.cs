namespace Portal.Domain.Paper;

/// <summary>One block of a <see cref="PaperDocument"/>. Text may contain any characters; line breaks are kept.</summary>
public abstract record PaperBlock;

/// <param name="Level">2 or 3; the document's title is level 1. A heading stays with what follows it.</param>
/// <param name="Text">The heading's text.</param>
public sealed record Heading(int Level, string Text) : PaperBlock;

public sealed record Paragraph(string Text) : PaperBlock
{
    public bool Strong { get; init; }
}

/// <summary>Labels on the left, values on the right.</summary>
public sealed record Fields(IReadOnlyList<Field> Items) : PaperBlock;

public sealed record Field(string Label, string Value);

public sealed record Bullets(IReadOnlyList<string> Items) : PaperBlock;

/// <summary>A signature that was given. Never split across pages.</summary>
/// <param name="Name">The name as typed; set in italics when there's no drawing.</param>
/// <param name="Capacity">The signer's role, for example "Parent of the minor"; empty when they sign for themselves.</param>
/// <param name="Date">A whole phrase in the document's language, for example "Signed on June 3, 2026".</param>
/// <param name="Drawing">A PNG of at most <see cref="LargestDrawing"/> bytes; an unreadable one is left out.</param>
public sealed record SignatureBlock(string Name, string Capacity, string Date, byte[]? Drawing = null) : PaperBlock
{
    public const int LargestDrawing = 1_000_000;
}

public sealed record Rule : PaperBlock;

/// <summary>A QR code with the same information as text beside it, for people who can't scan it.</summary>
public sealed record QrCode(string Text, string Caption) : PaperBlock;

/// <summary>
/// A photo or scan under its caption, as large as the page allows and upright, without camera metadata such as place and
/// owner. An unreadable one is replaced with a sentence.
/// </summary>
/// <param name="Image">A JPEG or PNG file of at most <see cref="LargestImage"/> bytes.</param>
/// <param name="Caption">Printed above the picture and used as its alternative text.</param>
public sealed record Picture(byte[] Image, string Caption) : PaperBlock
{
    public const int LargestImage = 25 * 1024 * 1024;
}

/// <summary>
/// All pages of another PDF, each at its own size on its own sheet, between or before the document's pages. Form fields and
/// annotations keep their appearance; links, scripts, and attachments are dropped. A PDF that can't be read or needs a password
/// is replaced with a sentence.
/// </summary>
/// <param name="Pdf">The file.</param>
/// <param name="Name">A description, for example "The release as it was signed"; read aloud with the page number.</param>
public sealed record PdfPages(byte[] Pdf, string Name) : PaperBlock
{
    public const int MostPages = 60;

    /// <summary>How many pages a PDF has; null when it can't be read or has too many. Accepts any bytes.</summary>
    public static int? CountIn(byte[] pdf) => Reading.ForeignFile.Read(pdf, document => document.PageCount is > 0 and <= MostPages ? (object)document.PageCount : null) as int?;
}

/// <summary>A line to write on in ink, with the label under it.</summary>
public sealed record BlankLine(string Label) : PaperBlock;

public sealed record PageBreak : PaperBlock;
