namespace Portal.Domain.Paper.Forms.Soundness;

/// <summary>An object with its number, as it stands in a file; with its bytes when it holds packed ones.</summary>
internal sealed record IndirectObject(int Number, object? Value, byte[]? Packed)
{
    private const int MostUnpacked = 16 * 1024 * 1024;

    public static IndirectObject Read(byte[] file, int at, Func<int, int?> lengthOf)
    {
        var reader = new SyntaxReader(file, at, file.Length);
        var number = reader.ReadWhole();
        _ = reader.ReadWhole();
        reader.Expect("obj");
        var (value, behind) = reader.ReadValue();
        if (behind.Text == "endobj")
        {
            return new IndirectObject(number, value, null);
        }

        if (behind.Text != "stream" || value is not Dictionary<string, object?> about)
        {
            throw new InvalidDataException("An object has no end.");
        }

        var data = Data(file, reader.At, about, lengthOf);
        var holdsObjects = (about.GetValueOrDefault("Type") as Name)?.Text is "ObjStm" or "XRef";
        return new IndirectObject(number, value, holdsObjects ? Flate.Unpacked(data, about, MostUnpacked) : null);
    }

    private static ArraySegment<byte> Data(byte[] file, int at, Dictionary<string, object?> about, Func<int, int?> lengthOf)
    {
        if (at < file.Length && file[at] == '\r')
        {
            at++;
        }

        if (at < file.Length && file[at] == '\n')
        {
            at++;
        }

        var length = about.GetValueOrDefault("Length") switch
        {
            double direct and >= 0 and <= int.MaxValue => (int)direct,
            Reference elsewhere => lengthOf(elsewhere.Number),
            _ => null,
        };
        if (length is not { } known || known > file.Length - at)
        {
            throw new InvalidDataException("A stream has no length.");
        }

        var behind = new SyntaxReader(file, at + known, file.Length);
        behind.Expect("endstream");
        return new ArraySegment<byte>(file, at, known);
    }
}
