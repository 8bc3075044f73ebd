using System.IO.Compression;

namespace Portal.Domain.Paper.Forms.Soundness;

/// <summary>Unpacks the streams that hold the structure of a file: plain, or packed by Flate with or without a predictor of PNG.</summary>
internal static class Flate
{
    public static byte[] Unpacked(ArraySegment<byte> data, Dictionary<string, object?> about, int most)
    {
        var filter = about.GetValueOrDefault("Filter") is List<object?> { Count: 1 } only ? only[0] : about.GetValueOrDefault("Filter");
        if (filter is null)
        {
            return [.. data];
        }

        if (filter is not Name { Text: "FlateDecode" or "Fl" })
        {
            throw new InvalidDataException("Objects are packed in an unusual way.");
        }

        using var inflate = new ZLibStream(new MemoryStream(data.Array!, data.Offset, data.Count, writable: false), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var buffer = new byte[32 * 1024];
        while (inflate.Read(buffer) is > 0 and var read)
        {
            unpacked.Write(buffer, 0, read);
            if (unpacked.Length > most)
            {
                throw new InvalidDataException("Objects unpack to more than any real file needs.");
            }
        }

        var parameters = about.GetValueOrDefault("DecodeParms") is List<object?> { Count: 1 } one ? one[0] : about.GetValueOrDefault("DecodeParms");
        return parameters is Dictionary<string, object?> how && how.GetValueOrDefault("Predictor") is double and >= 10
            ? Predicted(unpacked.ToArray(), how.GetValueOrDefault("Columns") is double columns and >= 1 and <= 1_000 ? (int)columns : 1)
            : unpacked.ToArray();
    }

    /// <summary>RFC 2083, section 6, for one byte a sample.</summary>
    private static byte[] Predicted(byte[] rows, int columns)
    {
        var plain = new byte[rows.Length / (columns + 1) * columns];
        for (var row = 0; row < plain.Length / columns; row++)
        {
            var (from, to) = (row * (columns + 1), row * columns);
            for (var column = 0; column < columns; column++)
            {
                int left = column > 0 ? plain[to + column - 1] : 0, up = row > 0 ? plain[to + column - columns] : 0;
                int corner = column > 0 && row > 0 ? plain[to + column - columns - 1] : 0;
                var guess = rows[from] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 };
                plain[to + column] = (byte)(rows[from + 1 + column] + guess);
            }
        }

        return plain;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
