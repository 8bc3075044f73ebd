using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Converting;

/// <summary>What a converter is started for.</summary>
public enum ConverterTask
{
    /// <summary>A copy of a PDF.</summary>
    Pdf,

    /// <summary>A form that keeps its fields.</summary>
    Form,

    /// <summary>A picture in HEIC.</summary>
    Heic,

    /// <summary>A picture in AVIF.</summary>
    Avif,

    /// <summary>A picture or several pages in TIFF.</summary>
    Tiff,

    /// <summary>A picture in WebP.</summary>
    WebP,

    /// <summary>A Windows bitmap.</summary>
    Bmp,

    /// <summary>The first picture of a GIF.</summary>
    Gif,
}

internal static class ConverterTasks
{
    /// <exception cref="ArgumentException">Files of this kind need no converter.</exception>
    public static ConverterTask For(FileKind kind) => Enum.Parse<ConverterTask>(kind.ToString());
}
