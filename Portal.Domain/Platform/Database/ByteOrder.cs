using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Database;

/// <summary>
/// Collation for columns searched by prefix. A prefix search reads one range of an index, which works only when the index is
/// sorted by code point and not by the rules of a language.
/// </summary>
internal static class ByteOrder
{
    /// <summary>The collation to use in mappings, by its SQLite name.</summary>
    public const string Collation = "BINARY";

    /// <summary>The upper bound of the range of texts with this prefix.</summary>
    public static string EndOf(string beginning) => beginning + char.ConvertFromUtf32(0x10FFFF);

    /// <summary>Replaces the collation on those columns with its PostgreSQL name.</summary>
    public static void ForPostgreSql(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.GetCollation() == Collation))
            property.SetCollation("C");
    }
}
