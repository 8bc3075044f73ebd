using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Portal.Domain.Paper;
using Portal.Domain.Paper.Inspection;
using Portal.Domain.Paper.Sealing;

namespace Portal.Domain.Demo;

/// <summary>How long sealing and verifying take: each run alone, after some that are not counted.</summary>
public sealed class BenchSeal(PdfSeal seal, SigningCertificate certificate)
{
    private const int WarmUp = 15;

    /// <summary>What was measured.</summary>
    /// <param name="Bytes">Of the file.</param>
    /// <param name="Milliseconds">Of each run, the fastest first.</param>
    public sealed record Result(int Bytes, IReadOnlyList<double> Milliseconds)
    {
        /// <summary>Half of the runs were faster.</summary>
        public double Median => Milliseconds[Milliseconds.Count / 2];

        /// <summary>Nineteen of twenty runs were faster.</summary>
        public double P95 => Milliseconds[Math.Min(Milliseconds.Count - 1, (int)Math.Ceiling(Milliseconds.Count * 0.95) - 1)];
    }

    /// <summary>Seals a paper of two pages like a release and its evidence.</summary>
    public async Task<Result> SealAsync(int runs, CancellationToken cancellation)
    {
        var bytes = 0;
        List<double> times = [];
        for (var run = -WarmUp; run < runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            bytes = (await seal.SealAsync(Release(run), "Privacy release", "NY", cancellation)).Length;
            if (run >= 0)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return new(bytes, [.. times.Order()]);
    }

    /// <summary>Verifies a sealed file of one megabyte.</summary>
    public async Task<Result> VerifyAsync(int runs, CancellationToken cancellation)
    {
        var file = await seal.SealAsync(new PaperDocument("Bench", "en", "BENCH", DateTime.UnixEpoch, [new Picture(Noise(1000, 1040), "Noise")]), "Bench", "NY", cancellation);
        List<double> times = [];
        for (var run = -WarmUp; run < runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            if (PdfVerification.Verify(file, certificate.Trusted) is not SealVerdict.Sealed)
                throw new InvalidOperationException("The sealed file is not recognized.");
            if (run >= 0)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return new(file.Length, [.. times.Order()]);
    }

    private static PaperDocument Release(int run)
    {
        const string Words = "I authorize the agency to give information from my records to the Representative and to the staff who work on my case. I can take it back at any time. ";
        List<PaperBlock> blocks =
        [
            new Heading(2, "Who this is about"),
            new Fields([.. Enumerable.Range(1, 8).Select(n => new Field($"Label {n}", $"María José Núñez {run} {n}"))]),
            .. Enumerable.Range(1, 5).SelectMany(n => (IEnumerable<PaperBlock>)[new Heading(2, $"Section {n}"), new Paragraph(Words + (n % 2 == 0 ? Words : ""))]),
            new SignatureBlock("María José Núñez", "", "Signed electronically on June 3, 2026"),
            new PageBreak(),
            new Heading(2, "Signature record"),
            new Fields([.. Enumerable.Range(1, 9).Select(n => new Field($"Evidence {n}", $"{run:X8}{n:X56}"))]),
            new QrCode($"https://casework.example.gov/verify?code=7KQ4-M2XD-{run + 1000}", "Anyone can check this document."),
        ];
        return new PaperDocument("Privacy Act release", "en", "K7M2P-9QXR4", DateTime.UnixEpoch, blocks) { Issuer = "Representative Jane Example" };
    }

    /// <summary>A PNG that does not pack.</summary>
    private static byte[] Noise(int width, int height)
    {
        var random = new Random(1);
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

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [.. PngStructure.Signature, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] payload)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. payload];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, payload.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.Of(body));
        return [.. length, .. body, .. sum];
    }
}
