namespace Portal.Domain.Paper.Inspection;

/// <summary>Bounds checked before anything is decoded.</summary>
/// <param name="MaxBytes">Whole file; inspection holds it in memory.</param>
/// <param name="MaxPixels">Width times height: small files can unpack to huge pictures.</param>
public sealed record FileLimits(long MaxBytes = 25 * 1024 * 1024, long MaxPixels = 100_000_000)
{
    /// <summary>25 MB and 100 megapixels.</summary>
    public static FileLimits Default { get; } = new();
}
