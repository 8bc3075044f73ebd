using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Districts;

/// <summary>Replaces the table of ZIP areas and districts by a file. Either all of the file or nothing.</summary>
public sealed class ImportDistricts(PortalDb db, TimeProvider clock)
{
    /// <summary>How an import ended.</summary>
    public abstract record Result;

    /// <summary>The table now holds the file.</summary>
    /// <param name="Rows">Pairs of a ZIP area and a district.</param>
    /// <param name="Zips">ZIP areas.</param>
    /// <param name="SplitZips">ZIP areas in more than one district, where the ZIP code alone decides nothing.</param>
    /// <param name="Took">Time from opening the file to the commit.</param>
    public sealed record Imported(int Rows, int Zips, int SplitZips, TimeSpan Took) : Result;

    /// <summary>The file is not what it should be; the table is as it was.</summary>
    public sealed record Refused(FileRefusal Why) : Result;

    /// <summary>Imports from an open file; a byte order mark and both kinds of line ends are fine.</summary>
    public async Task<Result> ExecuteAsync(TextReader file, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        ZipDistrict[] rows;
        try
        {
            rows = [.. DistrictFile.Read(file).Select(row =>
                new ZipDistrict { Zip = row.Zip, State = row.District.State, District = row.District.Number })];
        }
        catch (FileRefusedException refused)
        {
            return new Refused(refused.Refusal);
        }

        await RowReplacement.ReplaceAsync(db, token => db.Set<ZipDistrict>().ExecuteDeleteAsync(token), rows, cancel);
        int[] perZip = [.. rows.CountBy(row => row.Zip).Select(zip => zip.Value)];
        return new Imported(rows.Length, perZip.Length, perZip.Count(n => n > 1), clock.GetElapsedTime(start));
    }
}
