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

    /// <summary>A word processor, spreadsheet, or presentation file, with or without macros.</summary>
    OfficeDocument,

    /// <summary>HTML, SVG, or other XML.</summary>
    WebPage,

    /// <summary>An image of a kind we don't accept.</summary>
    OtherImage,

    /// <summary>Not a kind we accept.</summary>
    UnknownKind,

    /// <summary>The name doesn't match the content.</summary>
    NameDisagrees,

    /// <summary>Damaged or truncated.</summary>
    Damaged,

    /// <summary>A PDF that needs a password.</summary>
    Encrypted,

    /// <summary>A PDF with a script, a launch action, or embedded files.</summary>
    ActiveContent,

    /// <summary>Something else is attached before or after the content.</summary>
    HiddenContent,
}
