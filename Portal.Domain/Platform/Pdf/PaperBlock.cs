namespace Portal.Domain.Platform.Pdf;

/// <summary>One piece of a <see cref="Paper"/>. Text may hold any characters; line breaks in it are kept.</summary>
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

/// <summary>A line to write on with ink, the label beneath.</summary>
public sealed record BlankLine(string Label) : PaperBlock;

public sealed record PageBreak : PaperBlock;
