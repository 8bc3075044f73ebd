namespace Portal.Domain.Paper.Forms;

/// <summary>What the inspection of a blank form found.</summary>
public abstract record FormVerdict
{
    private FormVerdict()
    {
    }

    /// <summary>It can be filled.</summary>
    public sealed record Accepted(FormShape Shape) : FormVerdict;

    /// <summary>It cannot be used.</summary>
    /// <param name="Sentence">What is wrong and what to do; an English text key.</param>
    /// <param name="Arguments">What goes into its places.</param>
    public sealed record Refused(string Sentence, params object[] Arguments) : FormVerdict;
}

/// <summary>Bounds of a blank form; real ones stay far below.</summary>
/// <param name="MaxBytes">Of the file.</param>
/// <param name="MaxPages">Of the form.</param>
/// <param name="MaxFields">Of the form.</param>
/// <param name="MaxPlaces">Of all fields together.</param>
/// <param name="MaxUnpacked">Bytes that its packed streams, but for pictures, may come to.</param>
public sealed record FormLimits(
    long MaxBytes = 10 * 1024 * 1024, int MaxPages = 40, int MaxFields = 600, int MaxPlaces = 2_000, long MaxUnpacked = 128 * 1024 * 1024)
{
    /// <summary>10 MB, 40 pages, 600 fields.</summary>
    public static FormLimits Default { get; } = new();
}
