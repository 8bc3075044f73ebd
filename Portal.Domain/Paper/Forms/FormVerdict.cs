namespace Portal.Domain.Paper.Forms;

/// <summary>The result of inspecting a blank form.</summary>
public abstract record FormVerdict
{
    private FormVerdict()
    {
    }

    /// <summary>We can fill it.</summary>
    public sealed record Accepted(FormShape Shape) : FormVerdict;

    /// <summary>We can't use it.</summary>
    /// <param name="Sentence">What's wrong and what to do, in English; also its translation key.</param>
    /// <param name="Arguments">The values for its placeholders.</param>
    public sealed record Refused(string Sentence, params object[] Arguments) : FormVerdict;
}

/// <summary>Limits for a blank form. Real forms stay far below.</summary>
/// <param name="MaxBytes">The size of the file.</param>
/// <param name="MaxPages">The number of pages.</param>
/// <param name="MaxFields">The number of fields.</param>
/// <param name="MaxPlaces">The number of places of all fields together.</param>
/// <param name="MaxUnpacked">The total decompressed size of its streams, except images, in bytes.</param>
public sealed record FormLimits(
    long MaxBytes = 10 * 1024 * 1024, int MaxPages = 40, int MaxFields = 600, int MaxPlaces = 2_000, long MaxUnpacked = 128 * 1024 * 1024)
{
    /// <summary>10 MB, 40 pages, 600 fields.</summary>
    public static FormLimits Default { get; } = new();
}
