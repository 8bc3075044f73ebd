namespace Portal.Domain.Paper.Inspection;

/// <summary>The kinds of files we accept.</summary>
public enum FileKind
{
    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>A photo, usually.</summary>
    Jpeg,

    /// <summary>A screenshot, usually.</summary>
    Png,

    /// <summary>HEIC or HEIF, the format of iPhone photos.</summary>
    Heic,
}
