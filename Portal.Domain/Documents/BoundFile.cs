using System.IO.Compression;
using Portal.Domain.Paper.Harmless;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Documents;

/// <summary>Pages that came as several files and are one document. People get one PDF; the files are kept as they came, in a ZIP.</summary>
internal static class BoundFile
{
    // The same files give the same bytes, so that binding them twice keeps one document.
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IncomingFile Of(IReadOnlyList<IncomingFile> parts)
    {
        var pdf = PicturePages.Bind([.. parts.Select(part => part.Copy)]);
        return new(SafeFileName.For(parts[0].Name, FileKind.Pdf), FileKind.Pdf, Zip(parts), new(pdf, FileKind.Pdf)
        {
            LeavesOut = parts.Any(part => part.Copy.LeavesOut),
        });
    }

    private static byte[] Zip(IReadOnlyList<IncomingFile> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (index, part) in parts.Index())
            {
                var entry = zip.CreateEntry($"{index + 1:00}-{part.Name}", CompressionLevel.NoCompression);
                entry.LastWriteTime = NoDate;
                using var content = entry.Open();
                content.Write(part.Original);
            }
        }

        return file.ToArray();
    }
}
