namespace Portal.Domain.Platform.Files;

/// <summary>Scans for malicious content.</summary>
public interface IVirusScanner
{
    /// <summary>Scans a stream from its current position. A scanner that's down or slow is a result, not an exception.</summary>
    Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellation);
}
