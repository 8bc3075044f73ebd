using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Search;

/// <summary>An entity whose rows have words in the full-text index. When a row goes, so do its words.</summary>
public interface IHasWords
{
    /// <summary>The number under which its words are stored; its key.</summary>
    long Number { get; }
}

/// <summary>
/// The full-text index: for each number, the hashes of its words in order. FTS5 on SQLite, where it stores no text at all, and a tsvector
/// on PostgreSQL. The only place with SQL for it.
/// </summary>
public static class SearchWords
{
    // tsvector stores positions only up to this. Words beyond are found, but not as part of a phrase.
    private const int LastPosition = 16_383;

    // More than any case has. A tsvector takes a megabyte at most.
    private const int MostWords = 60_000;

    // A word no one can search for, between two texts, so that no phrase runs from one into the next.
    private const string Gap = "0";

    /// <summary>Creates what's missing. Done at every start, because EF's migrations know nothing of it.</summary>
    public static async Task EnsureAsync(PortalDb db, CancellationToken cancellation)
    {
        var owners = db.Model.GetEntityTypes().Single(e => typeof(IHasWords).IsAssignableFrom(e.ClrType)).GetTableName()!;
        foreach (var sql in db is SqlitePortalDb ? Sqlite(owners) : PostgreSql(owners))
            await db.Database.ExecuteSqlRawAsync(sql, cancellation);
    }

    /// <summary>Stores the words of a number in place of those it had. Part of the caller's transaction.</summary>
    /// <param name="words">Each text's words, hashed.</param>
    public static async Task WriteAsync(PortalDb db, long number, IEnumerable<IReadOnlyList<string>> words, CancellationToken cancellation)
    {
        if (db is SqlitePortalDb)
        {
            var text = string.Join($" {Gap} ", words.Select(w => string.Join(' ', w)));
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"SearchWords\" WHERE rowid = {number}", cancellation);
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"SearchWords\"(rowid, words) VALUES ({number}, {text})", cancellation);
        }
        else
        {
            var vector = Vector(words);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO \"SearchWords\" (\"Number\", \"Words\") VALUES ({number}, CAST({vector} AS tsvector)) ON CONFLICT (\"Number\") DO UPDATE SET \"Words\" = EXCLUDED.\"Words\"",
                cancellation);
        }
    }

    /// <summary>Forgets every word.</summary>
    public static Task ClearAsync(PortalDb db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlRawAsync("DELETE FROM \"SearchWords\"", cancellation);

    /// <summary>The numbers that match every part, up to the limit.</summary>
    /// <param name="parts">For each part of what was typed, the phrases (runs of hashed words) of which one is enough.</param>
    /// <param name="order">In which order.</param>
    public static async Task<List<long>> FindAsync(
        PortalDb db, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> parts, SearchOrder order, int most, CancellationToken cancellation)
    {
        if (parts.Count == 0)
            return [];
        if (db is SqlitePortalDb)
        {
            var match = string.Join(" AND ", parts.Select(p => "(" + string.Join(" OR ", p.Select(w => $"\"{string.Join(' ', w)}\"")) + ")"));
            return order == SearchOrder.Best
                ? await db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM \"SearchWords\" WHERE \"SearchWords\" MATCH {match} ORDER BY rank LIMIT {most}").ToListAsync(cancellation)
                : await db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM \"SearchWords\" WHERE \"SearchWords\" MATCH {match} ORDER BY rowid DESC LIMIT {most}").ToListAsync(cancellation);
        }

        var query = string.Join(" & ", parts.Select(p => "(" + string.Join(" | ", p.Select(w => "(" + string.Join(" <-> ", w) + ")")) + ")"));
        return order == SearchOrder.Best
            ? await db.Database.SqlQuery<long>(
                $"SELECT \"Number\" AS \"Value\" FROM \"SearchWords\" WHERE \"Words\" @@ CAST({query} AS tsquery) ORDER BY ts_rank(\"Words\", CAST({query} AS tsquery)) DESC, \"Number\" DESC LIMIT {most}").ToListAsync(cancellation)
            : await db.Database.SqlQuery<long>(
                $"SELECT \"Number\" AS \"Value\" FROM \"SearchWords\" WHERE \"Words\" @@ CAST({query} AS tsquery) ORDER BY \"Number\" DESC LIMIT {most}").ToListAsync(cancellation);
    }

    private static string Vector(IEnumerable<IReadOnlyList<string>> texts)
    {
        var positions = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var position = 0;
        foreach (var text in texts)
        {
            foreach (var word in text.Take(MostWords - positions.Count))
            {
                position = Math.Min(position + 1, LastPosition);
                if (!positions.TryGetValue(word, out var places))
                    positions[word] = places = [];
                places.Add(position);
            }

            position = Math.Min(position + 1, LastPosition);
        }

        var vector = new StringBuilder();
        foreach (var (word, places) in positions)
            vector.Append(word).Append(':').AppendJoin(',', places.Distinct().Select(p => p.ToString(CultureInfo.InvariantCulture))).Append(' ');
        return vector.ToString();
    }

    private static IEnumerable<string> Sqlite(string owners) =>
    [
        "CREATE VIRTUAL TABLE IF NOT EXISTS \"SearchWords\" USING fts5(words, content='', contentless_delete=1, tokenize='ascii')",
        $"CREATE TRIGGER IF NOT EXISTS search_words_gone AFTER DELETE ON \"{owners}\" BEGIN DELETE FROM \"SearchWords\" WHERE rowid = old.\"Number\"; END",
    ];

    private static IEnumerable<string> PostgreSql(string owners) =>
    [
        $"CREATE TABLE IF NOT EXISTS \"SearchWords\" (\"Number\" bigint PRIMARY KEY REFERENCES \"{owners}\" (\"Number\") ON DELETE CASCADE, \"Words\" tsvector NOT NULL)",
        "CREATE INDEX IF NOT EXISTS \"IX_SearchWords_Words\" ON \"SearchWords\" USING gin (\"Words\")",
    ];
}

/// <summary>In which order what was found comes.</summary>
public enum SearchOrder
{
    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>What fits best first: where the words are rare elsewhere and frequent here.</summary>
    Best,
}
