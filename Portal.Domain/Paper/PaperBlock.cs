namespace Portal.Domain.Paper;

/// <summary>One piece of a <see cref="PaperDocument"/>. Text may hold any characters; line breaks in it are kept.</summary>
public abstract record PaperBlock;

/// <param name="Level">2 or 3; the title of the paper is level 1. A heading stays with what follows it.</param>
/// <param name="Text">The words of the heading.</param>
public sealed record Heading(int Level, string Text) : PaperBlock;

public sealed record Paragraph(string Text) : PaperBlock
{
    public bool Strong { get; init; }
}

/// <summary>Labels on the left, values on the right.</summary>
public sealed record Fields(IReadOnlyList<Field> Items) : PaperBlock;

public sealed record Field(string Label, string Value);

public sealed record Bullets(IReadOnlyList<string> Items) : PaperBlock;

/// <summary>A given signature. Never split over two pages.</summary>
/// <param name="Name">As typed; set in italics when there is no drawing.</param>
/// <param name="Capacity">In what role, for example "Parent of the minor"; empty when for oneself.</param>
/// <param name="Date">A whole phrase in the language of the paper, for example "Signed on June 3, 2026".</param>
/// <param name="Drawing">A PNG of at most <see cref="LargestDrawing"/> bytes; one that cannot be read is left out.</param>
public sealed record SignatureBlock(string Name, string Capacity, string Date, byte[]? Drawing = null) : PaperBlock
{
    public const int LargestDrawing = 1_000_000;
}

public sealed record Rule : PaperBlock;

/// <summary>A QR code with words beside it that say the same to people who cannot scan it.</summary>
public sealed record QrCode(string Text, string Caption) : PaperBlock;

/// <summary>
/// A photo or scan under its caption, as large as the page allows and the right way up, without what a camera noted
/// about place and owner. One that cannot be read is left out, and a sentence stands in its place.
/// </summary>
/// <param name="Image">A JPEG or PNG file of at most <see cref="LargestImage"/> bytes.</param>
/// <param name="Caption">Printed above, and read aloud for the picture.</param>
public sealed record Picture(byte[] Image, string Caption) : PaperBlock
{
    public const int LargestImage = 25 * 1024 * 1024;
}

/// <summary>
/// All pages of another PDF, each at its own size on a sheet of its own, between or before those of the paper. What
/// was written into form fields or onto the pages is kept as it looks; links, scripts and attachments are not taken
/// over. One that cannot be read, or needs a password, is left out, and a sentence stands in its place.
/// </summary>
/// <param name="Pdf">The file.</param>
/// <param name="Name">What it is, for example "The release as it was signed"; read aloud with the number of the page.</param>
public sealed record PdfPages(byte[] Pdf, string Name) : PaperBlock
{
    public const int MostPages = 60;
}

/// <summary>A line to write on with ink, the label beneath.</summary>
public sealed record BlankLine(string Label) : PaperBlock;

public sealed record PageBreak : PaperBlock;
