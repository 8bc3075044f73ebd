using Portal.Domain.Platform.Files;

namespace Portal.Tests.Support;

/// <summary>A scanner that returns what the test wants; the real clamd has its own tests.</summary>
public sealed class TestScanner : IVirusScanner
{
    public ScanResult Says { get; set; } = new ScanResult.Clean();

    public int Scans { get; private set; }

    public Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellation)
    {
        Scans++;
        return Task.FromResult(Says);
    }
}
