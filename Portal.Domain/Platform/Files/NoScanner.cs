namespace Portal.Domain.Platform.Files;

/// <summary>The scanner of an office that has none.</summary>
public sealed class NoScanner : IVirusScanner
{
    /// <inheritdoc />
    public Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellation) =>
        Task.FromResult<ScanResult>(new ScanResult.NotConfigured());
}
