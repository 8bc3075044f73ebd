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

    /// <summary>Damaged or truncated.</summary>
    Damaged,

    /// <summary>A PDF that needs a password.</summary>
    Encrypted,

    /// <summary>A PDF whose pages aren't its content: a form made by a script, or a folder of files.</summary>
    ActiveContent,

    /// <summary>Over the page limit.</summary>
    TooManyPages,

    /// <summary>Too many files are being read at once.</summary>
    TooBusy,
}
