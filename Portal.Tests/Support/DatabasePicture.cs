using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Tests.Support;

/// <summary>Every row of every table except seed data, to see whether and what an operation wrote.</summary>
public sealed record DatabasePicture(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Tables, IReadOnlyList<ActivityEntry> Activity, IReadOnlyList<OutgoingMail> Mails)
{
    private static readonly HashSet<string> Seed = ["Topic", "Agency", "ZipDistrict"];

    public static async Task<DatabasePicture> TakeAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var tables = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Where(t => !Seed.Contains(t)))
            tables[table] = await RowsAsync(db.Database.GetDbConnection(), table);
        return new(
            tables,
            await db.Set<ActivityEntry>().AsNoTracking().OrderBy(a => a.Id).ToListAsync(),
            Opened.All(await db.Set<OutgoingMail>().AsNoTracking().OrderBy(m => m.Id).ToListAsync()));
    }

    /// <summary>The tables whose rows differ.</summary>
    public IReadOnlyList<string> Differences(DatabasePicture other) =>
        [.. Tables.Where(t => !t.Value.SequenceEqual(other.Tables[t.Key])).Select(t => t.Key)];

    private static async Task<IReadOnlyList<string>> RowsAsync(System.Data.Common.DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
