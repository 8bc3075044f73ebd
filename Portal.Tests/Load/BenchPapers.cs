using System.IO.Compression;
using Portal.Domain.Paper;
using Portal.Tests.Domain.Paper.Inspection;

namespace Portal.Tests.Load;

/// <summary>Documents to seal.</summary>
internal static class BenchPapers
{
    private const string Words =
        "I authorize the agency to share information from my records with the Representative and with the staff who work on my case. "
        + "I can end this permission at any time. ";

    /// <summary>Two pages, like a release and its signature record; the content differs in each run.</summary>
    public static PaperDocument Release(int run) => new("Privacy Act release", "en", "K7M2P-9QXR4", DateTime.UnixEpoch,
    [
        new Heading(2, "Who this is about"),
        new Fields([.. Enumerable.Range(1, 8).Select(n => new Field($"Label {n}", $"María José Núñez {run} {n}"))]),
        .. Enumerable.Range(1, 5).SelectMany(n => (IEnumerable<PaperBlock>)[new Heading(2, $"Section {n}"), new Paragraph(Words + (n % 2 == 0 ? Words : ""))]),
        new SignatureBlock("María José Núñez", "", "Signed electronically on June 3, 2026"),
        new PageBreak(),
        new Heading(2, "Signature record"),
        new Fields([.. Enumerable.Range(1, 9).Select(n => new Field($"Evidence {n}", $"{run:X8}{n:X56}"))]),
        new QrCode($"https://casework.example.gov/verify?code=7KQ4-M2XD-{run + 1000}", "Anyone can check this document."),
    ])
    { Issuer = "Representative Jane Example" };

    /// <summary>One page with a picture of one megabyte.</summary>
    public static PaperDocument Large() => new("Bench", "en", "BENCH", DateTime.UnixEpoch, [new Picture(Noise(1000, 1040), "Noise")]);

    /// <summary>A gray PNG that doesn't compress.</summary>
    public static byte[] Noise(int width, int height, int seed = 1)
    {
        var random = new Random(seed);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[width + 1];
            for (var y = 0; y < height; y++)
            {
                random.NextBytes(row);
                row[0] = 0;
                zlib.Write(row);
            }
        }

        return
        [
            .. Sample.Png()[..8], .. Sample.PngChunk("IHDR", [.. Sample.Big(width), .. Sample.Big(height), 8, 0, 0, 0, 0]),
            .. Sample.PngChunk("IDAT", packed.ToArray()), .. Sample.PngChunk("IEND"),
        ];
    }
}
