using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Database;

/// <summary>
/// Columns that are searched by how they begin: such a search reads one range of an index, which is right only when the
/// index is sorted by the letters themselves and not by the rules of a language.
/// </summary>
internal static class ByteOrder
{
    /// <summary>The collation a mapping names, by SQLite's name for it.</summary>
    public const string Collation = "BINARY";

    /// <summary>The end of the range that begins with these letters.</summary>
    public static string EndOf(string beginning) => beginning + char.ConvertFromUtf32(0x10FFFF);

    /// <summary>Gives those columns PostgreSQL's name of the same collation.</summary>
    public static void ForPostgreSql(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.GetCollation() == Collation))
            property.SetCollation("C");
    }
}
