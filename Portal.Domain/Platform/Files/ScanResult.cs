namespace Portal.Domain.Platform.Files;

/// <summary>The virus scanner's result. Only <see cref="Clean"/> releases a document from quarantine.</summary>
public abstract record ScanResult
{
    private ScanResult()
    {
    }

    /// <summary>Scanned, nothing found.</summary>
    public sealed record Clean : ScanResult;

    /// <summary>Something was found.</summary>
    public sealed record Infected(string Name) : ScanResult;

    /// <summary>Not scanned; try again later.</summary>
    /// <param name="Reason">For staff and logs.</param>
    public sealed record Unavailable(string Reason) : ScanResult;

    /// <summary>The office has no scanner. Staff see that the file is unscanned.</summary>
    public sealed record NotConfigured : ScanResult;
}
