namespace Portal.Domain.Platform.Files;

/// <summary>The content exceeds the size limit. Nothing was stored.</summary>
public sealed class DocumentTooLargeException(long maxBytes) : Exception($"The document is larger than {maxBytes} bytes.")
{
    /// <summary>The limit.</summary>
    public long MaxBytes { get; } = maxBytes;
}
