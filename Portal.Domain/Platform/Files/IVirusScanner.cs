namespace Portal.Domain.Platform.Files;

/// <summary>Looks for malicious content.</summary>
public interface IVirusScanner
{
    /// <summary>Scans a stream from where it stands. A scanner that is down or slow is a result, not an exception.</summary>
    Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellation);
}
