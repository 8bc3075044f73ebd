using System.Net.Sockets;
using Portal.Domain.Platform.Files;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Domain.Platform.Protection;

namespace Portal.Tests.Domain.Platform.Files;

/// <summary>The scanner with a real clamd.</summary>
public sealed class ClamdScannerTests(ClamdProcess clamd) : IClassFixture<ClamdProcess>
{
    [Fact]
    public async Task Clean_files_are_clean()
    {
        ClamdProcess.Require();
        foreach (var content in new[] { Sample.PlainPdf(), Sample.Jpeg(), Sample.Png(), new byte[64 * 1024], new byte[(64 * 1024) + 1], new byte[900_000] })
            Assert.Equal(new ScanResult.Clean(), await ScanAsync(content));
    }

    [Fact]
    public async Task The_EICAR_test_virus_is_found_alone_and_inside_other_files()
    {
        ClamdProcess.Require();
        var infected = new[]
        {
            Sample.Ascii(Sample.Eicar), Sample.PlainPdf(Sample.Eicar), [.. Sample.Jpeg(), .. Sample.Ascii(Sample.Eicar)],
            Sample.Zip("eicar.com", Sample.Eicar)
        };
        foreach (var content in infected)
            Assert.Contains("Portal.Eicar", Assert.IsType<ScanResult.Infected>(await ScanAsync(content)).Name);
    }

    [Fact]
    public async Task A_stored_document_is_scanned_without_its_plain_bytes_touching_the_disk()
    {
        ClamdProcess.Require();
        var folder = Directory.CreateTempSubdirectory("portal-scan-");
        var (store, owner) = (new FolderDocumentStore(folder.FullName), TestKeys.Case());
        var blob = await store.PutAsync(owner, new MemoryStream(Sample.Ascii(Sample.Eicar)), 1000, default);
        await using (var content = await store.OpenReadAsync(owner, blob.Name, default))
            Assert.IsType<ScanResult.Infected>(await Scanner().ScanAsync(content, default));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Files_larger_than_clamd_accepts_are_not_clean()
    {
        ClamdProcess.Require();
        Assert.IsType<ScanResult.Unavailable>(await ScanAsync(new byte[8_000_000]));
    }

    private Task<ScanResult> ScanAsync(byte[] content) => Scanner().ScanAsync(new MemoryStream(content), default);

    private ClamdScanner Scanner() => new(new UnixDomainSocketEndPoint(clamd.Socket), TimeSpan.FromSeconds(20));
}
