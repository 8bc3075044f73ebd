using System.Buffers.Binary;
using Portal.Domain.Cases;

namespace Portal.Domain.Demo;

/// <summary>Random choices that repeat exactly for the same seed.</summary>
internal sealed class SeededRandom(int seed)
{
    private const string ReferenceCharacters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    // Must be reproducible, and nothing secret depends on it.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);

    public int Below(int most) => _random.Next(most);

    public T Of<T>(IReadOnlyList<T> things) => things[_random.Next(things.Count)];

    public bool Happens(double probability) => _random.NextDouble() < probability;

    public string Text(int length) => new(_random.GetItems<char>(ReferenceCharacters, length));

    /// <summary>A version-7 id with this timestamp.</summary>
    public Guid Id(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        var milliseconds = new DateTimeOffset(at).ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteInt64BigEndian(bytes, (milliseconds << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]));
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
#pragma warning restore CA5394

    /// <summary>A valid case reference. Tries check characters, because exactly one fits.</summary>
    public string Reference()
    {
        var nine = Text(9);
        foreach (var check in ReferenceCharacters)
            if (CaseReference.TryParse(nine + check, out var reference))
                return reference.ToString();
        throw new InvalidOperationException("No check character fits.");
    }
}
