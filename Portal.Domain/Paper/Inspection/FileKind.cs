namespace Portal.Domain.Paper.Inspection;

/// <summary>The kinds of file the portal takes.</summary>
public enum FileKind
{
    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>A photo, usually.</summary>
    Jpeg,

    /// <summary>A screenshot, usually.</summary>
    Png,

    /// <summary>HEIC or HEIF, what iPhones take.</summary>
    Heic,
}
