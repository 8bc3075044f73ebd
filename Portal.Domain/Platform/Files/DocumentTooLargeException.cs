namespace Portal.Domain.Platform.Files;

/// <summary>The stream held more than was allowed; nothing was kept.</summary>
public sealed class DocumentTooLargeException(long maxBytes) : Exception($"The document is larger than {maxBytes} bytes.")
{
    /// <summary>The limit.</summary>
    public long MaxBytes { get; } = maxBytes;
}
