using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Districts;

/// <summary>The table of ZIP areas and districts was replaced.</summary>
public sealed record DistrictsImported(int Rows, int Zips, int SplitZips) : IEvent;

/// <summary>Replaces the table of ZIP areas and districts with a file, all or nothing.</summary>
public sealed class ImportDistricts(PortalDb db, TimeProvider clock)
{
    // Fewer ZIP areas than this share of what we have means a part of the file, or the wrong one.
    private const double LeastShare = 0.9;
    private const int MostFewer = 100;

    /// <summary>The open file, with or without a byte order mark and with either kind of line endings.</summary>
    /// <param name="EvenIfSmaller">Whether it may replace a much larger table.</param>
    public sealed record Command(TextReader File, bool EvenIfSmaller = false);

    /// <summary>The file has far fewer ZIP areas than the table, which is unchanged.</summary>
    public sealed record Smaller(int Zips, int Before) : Outcome;

    /// <summary>The table now holds the file.</summary>
    /// <param name="Items">Pairs of a ZIP area and a district.</param>
    /// <param name="Zips">ZIP areas.</param>
    /// <param name="SplitZips">ZIP areas in more than one district, where the ZIP code alone isn't enough.</param>
    /// <param name="Took">Time from opening the file to the commit.</param>
    public sealed record Imported(int Rows, int Zips, int SplitZips, TimeSpan Took) : Outcome.Success;

    /// <summary>The file is invalid; the table is unchanged.</summary>
    public sealed record Refused(FileRefusal Why) : Outcome;

    /// <summary>Imports the file.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (actor.Demand(Permission.SetUpOffice) is { } refusal)
            return refusal;
        var start = clock.GetTimestamp();
        ZipDistrict[] rows;
        try
        {
            rows = [.. DistrictFile.Read(command.File).Select(row =>
                new ZipDistrict { Zip = row.Zip, State = row.District.State, District = row.District.Number })];
        }
        catch (FileRefusedException refused)
        {
            return new Refused(refused.Refusal);
        }

        int[] perZip = [.. rows.CountBy(row => row.Zip).Select(zip => zip.Value)];
        var (zips, split) = (perZip.Length, perZip.Count(n => n > 1));
        var before = await db.Set<ZipDistrict>().Select(z => z.Zip).Distinct().CountAsync(cancel);
        if (!command.EvenIfSmaller && zips < before * LeastShare && before - zips > MostFewer)
            return new Smaller(zips, before);
        await RowReplacement.ReplaceAsync(
            db, token => db.Set<ZipDistrict>().ExecuteDeleteAsync(token), rows,
            () => db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new DistrictsImported(rows.Length, zips, split)), cancel);
        return new Imported(rows.Length, zips, split, clock.GetElapsedTime(start));
    }
}
