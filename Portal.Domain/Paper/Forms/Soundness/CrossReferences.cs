namespace Portal.Domain.Paper.Forms.Soundness;

/// <summary>Where the objects of a file lie, from its tables, the newest first.</summary>
internal sealed class CrossReferences
{
    private const int MostSections = 200, MostEntries = 200_000, Tail = 1_024;

    private readonly byte[] _file;
    private readonly HashSet<int> _freed = [];
    private int _entries;

    private CrossReferences(byte[] file) => _file = file;

    /// <summary>An object stands at an offset, or packed in the object of that number.</summary>
    public readonly record struct Place(bool IsPacked, int Offset);

    public Dictionary<int, Place> Places { get; } = [];

    public int Root { get; private set; } = -1;

    /// <exception cref="InvalidDataException">There is no table, or it cannot be followed.</exception>
    public static CrossReferences Read(byte[] file)
    {
        var from = Math.Max(0, file.Length - Tail);
        var start = file.AsSpan(from).LastIndexOf("startxref"u8);
        if (start < 0)
        {
            throw new InvalidDataException("The file does not say where its table is.");
        }

        var references = new CrossReferences(file);
        var next = (int?)new SyntaxReader(file, from + start + "startxref".Length, file.Length).ReadWhole();
        var seen = new HashSet<int>();
        while (next is { } at)
        {
            if (at <= 0 || at >= file.Length || !seen.Add(at) || seen.Count > MostSections)
            {
                throw new InvalidDataException("The tables of the file do not end.");
            }

            var about = references.ReadSection(at);
            if (about.GetValueOrDefault("XRefStm") is double hybrid && hybrid > 0 && hybrid < file.Length && seen.Add((int)hybrid))
            {
                references.ReadStream((int)hybrid);
            }

            references.Root = references.Root < 0 && about.GetValueOrDefault("Root") is Reference root ? root.Number : references.Root;
            next = about.GetValueOrDefault("Prev") is double previous and not 0 ? checked((int)previous) : null;
        }

        return references.Root < 0 ? throw new InvalidDataException("The file has no root.") : references;
    }

    private Dictionary<string, object?> ReadSection(int at)
    {
        var reader = new SyntaxReader(_file, at, _file.Length);
        if (reader.ReadToken() is not Word { Text: "xref" })
        {
            return ReadStream(at);
        }

        while (reader.ReadToken() is var first)
        {
            if (first is Word { Text: "trailer" })
            {
                return reader.ReadValue().Value as Dictionary<string, object?> ?? throw new InvalidDataException("There is no trailer.");
            }

            var (number, count) = (first is double start and >= 0 and < int.MaxValue ? (int)start : throw new InvalidDataException("This is no table."), reader.ReadWhole());
            for (; count > 0; count--, number++)
            {
                var (offset, generation, kind) = (reader.ReadToken(), reader.ReadWhole(), reader.ReadToken());
                _ = generation;
                Add(number, kind is Word { Text: "n" } ? new Place(false, offset is double place ? checked((int)place) : -1) : kind is Word { Text: "f" } ? null : throw new InvalidDataException("This is no table."));
            }
        }

        throw new InvalidDataException("This is no table.");
    }

    private Dictionary<string, object?> ReadStream(int at)
    {
        var found = IndirectObject.Read(_file, at, _ => null);
        if (found is not { Value: Dictionary<string, object?> about, Packed: { } rows } || about.GetValueOrDefault("W") is not List<object?> widths
            || widths.Select(w => w is double and >= 0 and <= 8 ? (int)(double)w : -1).ToArray() is not [>= 0, >= 0, >= 0] size || size.Sum() == 0)
        {
            throw new InvalidDataException("This is no table.");
        }

        var index = about.GetValueOrDefault("Index") as List<object?> ?? [0d, about.GetValueOrDefault("Size") ?? 0d];
        var row = 0;
        foreach (var part in index.Chunk(2))
        {
            if (part is not [double start and >= 0 and < int.MaxValue, double count and >= 0 and < int.MaxValue])
            {
                throw new InvalidDataException("This is no table.");
            }

            for (var number = 0; number < (int)count && row + size.Sum() <= rows.Length; number++, row += size.Sum())
            {
                var kind = size[0] == 0 ? 1 : Number(rows, row, size[0]);
                var second = Number(rows, row + size[0], size[1]);
                Add((int)start + number, kind switch { 1 => new Place(false, checked((int)second)), 2 => new Place(true, checked((int)second)), _ => null });
            }
        }

        return about;
    }

    private void Add(int number, Place? place)
    {
        if (++_entries > MostEntries)
        {
            throw new InvalidDataException("No form has so many objects.");
        }

        if (place is not { } there)
        {
            _freed.Add(number);
        }
        else if (!_freed.Contains(number))
        {
            Places.TryAdd(number, there);
        }
    }

    private static long Number(byte[] rows, int at, int width)
    {
        long number = 0;
        for (var index = 0; index < width; index++)
        {
            number = (number << 8) | rows[at + index];
        }

        return number;
    }
}
