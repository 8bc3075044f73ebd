using System.Buffers.Binary;
using System.IO.Compression;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>Decodes a PNG (ISO 15948) to gray, row by row.</summary>
internal static class PngPicture
{
    /// <summary>The start of each of the seven passes of an interlaced image, and the distance between its pixels.</summary>
    private static readonly (int X, int Y, int StepX, int StepY)[] Interlaced =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static IEnumerable<GrayPicture> Read(ReadOnlyMemory<byte> file, TimeLimit time)
    {
        var bytes = file.ToArray();
        return PngStructure.Check(bytes, PictureLimits.Picture) is null && PngChunks.Parse(bytes) is { } chunks ? [Decode(bytes, chunks, time)] : [];
    }

    private static GrayPicture Decode(byte[] bytes, List<PngChunk> chunks, TimeLimit time)
    {
        var header = chunks[0].PayloadOf(bytes);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var pixels = new PngPixels(header[8], header[9], Palette(bytes, chunks));
        var picture = new SparsePicture(width, height);
        using var inflate = new ZLibStream(Packed(bytes, chunks), CompressionMode.Decompress);
        foreach (var (x, y, stepX, stepY) in header[12] == 1 ? Interlaced : [(0, 0, 1, 1)])
        {
            var (columns, rows) = ((width - x + stepX - 1) / stepX, (height - y + stepY - 1) / stepY);
            if (columns <= 0 || rows <= 0)
                continue;
            var (row, above) = (new byte[pixels.RowLength(columns)], new byte[pixels.RowLength(columns)]);
            for (var line = 0; line < rows; line++)
            {
                time.Check();
                var filter = inflate.ReadByte();
                if (filter < 0 || inflate.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length)
                    return picture.Kept;
                PngFilter.Undo(filter, row, above, pixels.BytesApart);
                for (var column = 0; column < columns; column++)
                {
                    if (picture.Keeps(x + (column * stepX), y + (line * stepY)))
                        picture[x + (column * stepX), y + (line * stepY)] = pixels.Gray(row, column);
                }

                (row, above) = (above, row);
            }
        }

        return picture.Kept;
    }

    private static byte[] Palette(byte[] bytes, List<PngChunk> chunks) =>
        chunks.Find(c => c.Type == "PLTE") is { Type: not null } palette ? palette.PayloadOf(bytes).ToArray() : [];

    private static MemoryStream Packed(byte[] bytes, List<PngChunk> chunks)
    {
        var packed = new MemoryStream();
        foreach (var chunk in chunks.FindAll(c => c.Type == "IDAT"))
            packed.Write(chunk.PayloadOf(bytes));
        packed.Position = 0;
        return packed;
    }
}
