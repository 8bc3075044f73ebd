namespace Portal.Domain.Paper.Inspection;

/// <summary>Why a file was refused.</summary>
public enum FileRefusal
{
    /// <summary>Zero bytes.</summary>
    Empty,

    /// <summary>Over the size limit.</summary>
    TooLarge,

    /// <summary>Over the pixel limit.</summary>
    TooManyPixels,

    /// <summary>ZIP, RAR, 7z and the like.</summary>
    Archive,

    /// <summary>Word-processor, spreadsheet or presentation file, with or without macros.</summary>
    OfficeDocument,

    /// <summary>HTML, SVG or other XML.</summary>
    WebPage,

    /// <summary>An image of a kind that is not taken.</summary>
    OtherImage,

    /// <summary>None of the kinds that are taken.</summary>
    UnknownKind,

    /// <summary>The name promises another kind than the content is.</summary>
    NameDisagrees,

    /// <summary>Broken or cut short.</summary>
    Damaged,

    /// <summary>A PDF that needs a password.</summary>
    Encrypted,

    /// <summary>A PDF with a script, a program to start, or files inside.</summary>
    ActiveContent,

    /// <summary>Something else is attached before or after the content.</summary>
    HiddenContent,
}
