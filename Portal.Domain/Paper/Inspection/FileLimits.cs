namespace Portal.Domain.Paper.Inspection;

/// <summary>Limits checked before anything is decoded.</summary>
/// <param name="MaxBytes">The whole file, which inspection holds in memory.</param>
/// <param name="MaxPixels">Width times height, because small files can decode to huge images.</param>
public sealed record FileLimits(long MaxBytes = 25 * 1024 * 1024, long MaxPixels = 100_000_000)
{
    /// <summary>25 MB and 100 megapixels.</summary>
    public static FileLimits Default { get; } = new();
}
