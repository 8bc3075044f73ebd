namespace Portal.Domain.Paper.Forms.Soundness;

/// <summary>
/// A file in which every object that its table names can be read to its end, and whose pages form a tree. Only such a file
/// is handed to the PDF libraries: on others they may loop for ever or fill the stack, which ends the whole process.
/// </summary>
internal sealed class SoundFile
{
    private const int MostObjects = 100_000, MostPages = 2_000;

    private readonly byte[] _bytes;
    private readonly Dictionary<int, object?> _objects = [];
    private readonly Dictionary<int, byte[]> _packed = [];
    private readonly CrossReferences _references;

    private SoundFile(byte[] bytes)
    {
        _bytes = bytes;
        _references = CrossReferences.Read(bytes);
    }

    /// <summary>Whether it is sound. Takes any bytes, never throws, in time linear to their number.</summary>
    public static bool Is(byte[] bytes)
    {
        try
        {
            new SoundFile(bytes).Check();
            return true;
        }
        catch (Exception broken) when (broken is InvalidDataException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            return false;
        }
    }

    private void Check()
    {
        if (_references.Places.Count > MostObjects)
        {
            throw new InvalidDataException("No form has so many objects.");
        }

        foreach (var (number, place) in _references.Places.Where(p => !p.Value.IsPacked))
        {
            var found = IndirectObject.Read(_bytes, place.Offset, LengthOf);
            if (found.Number != number)
            {
                throw new InvalidDataException("The table points at another object.");
            }

            _objects[number] = found.Value;
            if (found.Packed is { } packed)
            {
                _packed[number] = packed;
            }
        }

        foreach (var holder in _references.Places.Where(p => p.Value.IsPacked).GroupBy(p => p.Value.Offset))
        {
            Unpack(holder.Key, holder.Select(p => p.Key));
        }

        CheckPages();
    }

    private int? LengthOf(int number) => _references.Places.TryGetValue(number, out var place) && !place.IsPacked
        ? IndirectObject.Read(_bytes, place.Offset, _ => null).Value is double length and >= 0 and <= int.MaxValue ? (int)length : null
        : null;

    private void Unpack(int holder, IEnumerable<int> wanted)
    {
        if (!_packed.TryGetValue(holder, out var bytes) || _objects[holder] is not Dictionary<string, object?> about
            || about.GetValueOrDefault("N") is not (double count and >= 0 and <= MostObjects) || about.GetValueOrDefault("First") is not double first)
        {
            throw new InvalidDataException("Packed objects are missing.");
        }

        var index = new SyntaxReader(bytes, 0, (int)first);
        var places = Enumerable.Range(0, (int)count).Select(_ => (Number: index.ReadWhole(), Offset: index.ReadWhole())).ToList();
        foreach (var (number, offset) in places)
        {
            // Each value ends where the next begins; what reads on does so at its own risk.
            _objects.TryAdd(number, new SyntaxReader(bytes, checked((int)first + offset), bytes.Length).ReadPacked());
        }

        if (wanted.Except(places.Select(p => p.Number)).Any())
        {
            throw new InvalidDataException("A packed object is missing.");
        }
    }

    private void CheckPages()
    {
        if (Resolved(new Reference(_references.Root)) is not Dictionary<string, object?> catalog || catalog.GetValueOrDefault("Pages") is not Reference root)
        {
            throw new InvalidDataException("There are no pages.");
        }

        var seen = new HashSet<int>();
        var waiting = new Stack<Reference>([root]);
        while (waiting.TryPop(out var next))
        {
            if (!seen.Add(next.Number) || seen.Count > MostPages || Resolved(next) is not Dictionary<string, object?> node)
            {
                throw new InvalidDataException("The pages do not form a tree.");
            }

            if (!node.ContainsKey("Kids"))
            {
                continue;
            }

            foreach (var kid in Resolved(node["Kids"]) as List<object?> ?? throw new InvalidDataException("A node of the pages has no kids."))
            {
                waiting.Push(kid as Reference ?? throw new InvalidDataException("A page is not an object of its own."));
            }
        }
    }

    private object? Resolved(object? value)
    {
        for (var step = 0; value is Reference reference; step++)
        {
            value = step < 16 ? _objects.GetValueOrDefault(reference.Number) : throw new InvalidDataException("References go round.");
        }

        return value;
    }
}
