using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Districts;

/// <summary>The Members of Congress and their offices were replaced.</summary>
public sealed record LegislatorsImported(int Legislators, int Offices, int TermsEnded) : IEvent;

/// <summary>
/// Replaces the Members of Congress and their offices with two files of the unitedstates/congress-legislators project:
/// legislators-current.yaml and legislators-district-offices.yaml.
/// </summary>
public sealed class ImportLegislators(PortalDb db, TimeProvider clock)
{
    // Fewer than this share of what we have means a part of a file, or the wrong one.
    private const double LeastShare = 0.9;
    private const int MostFewer = 50;

    /// <summary>The two open files.</summary>
    /// <param name="EvenIfSmaller">Whether they may replace much larger tables.</param>
    public sealed record Command(TextReader Current, TextReader DistrictOffices, bool EvenIfSmaller = false);

    /// <summary>A file has far fewer entries than its table; both tables are unchanged.</summary>
    public sealed record Smaller(int Legislators, int LegislatorsBefore, int Offices, int OfficesBefore) : Outcome;

    /// <summary>The tables now hold the files.</summary>
    /// <param name="Legislators">How many Members.</param>
    /// <param name="Offices">How many offices they have at home.</param>
    /// <param name="TermsEnded">How many Members' terms have ended according to the file (UTC day): time for a newer file.</param>
    /// <param name="Took">Time from opening the files to the commit.</param>
    public sealed record Imported(int Legislators, int Offices, int TermsEnded, TimeSpan Took) : Outcome.Success;

    /// <summary>A file is invalid; the tables are unchanged.</summary>
    public sealed record Refused(FileRefusal Why) : Outcome;

    /// <summary>Imports from two open files. Offices of people who aren't in the first file are left out.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (actor.Demand(Permission.SetUpOffice) is { } refusal)
            return refusal;
        var start = clock.GetTimestamp();
        Dictionary<string, Legislator> rows = [];
        try
        {
            foreach (var legislator in LegislatorFile.ReadPeople(command.Current).Select(LegislatorRows.From))
            {
                if (!rows.TryAdd(legislator.Bioguide, legislator))
                    throw LegislatorFile.Refuse("{0} is listed twice.", null, legislator.Bioguide);
            }
            var seen = new HashSet<string>();
            foreach (var home in LegislatorFile.ReadHomes(command.DistrictOffices).Where(h => rows.ContainsKey(h.Id!.Bioguide!)))
            {
                var offices = (home.Offices ?? []).Select(office => LegislatorRows.From(home.Id!.Bioguide!, office));
                rows[home.Id!.Bioguide!].Offices.AddRange(offices.Where(office => seen.Add(office.Id)));
            }
        }
        catch (FileRefusedException refused)
        {
            return new Refused(refused.Refusal);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var (homes, ended) = (rows.Values.Sum(l => l.Offices.Count), rows.Values.Count(l => l.TermEndsOn < today));
        var before = (Legislators: await db.Set<Legislator>().CountAsync(cancel), Offices: await db.Set<LegislatorOffice>().CountAsync(cancel));
        if (!command.EvenIfSmaller && (IsFarFewer(rows.Count, before.Legislators) || IsFarFewer(homes, before.Offices)))
            return new Smaller(rows.Count, before.Legislators, homes, before.Offices);
        await RowReplacement.ReplaceAsync(
            db, DeleteAllAsync, rows.Values, () => db.Record(this, now, actor, null, new LegislatorsImported(rows.Count, homes, ended)), cancel);
        return new Imported(rows.Count, homes, ended, clock.GetElapsedTime(start));
    }

    private static bool IsFarFewer(int now, int before) => now < before * LeastShare && before - now > MostFewer;

    private async Task DeleteAllAsync(CancellationToken cancel)
    {
        await db.Set<LegislatorOffice>().ExecuteDeleteAsync(cancel);
        await db.Set<Legislator>().ExecuteDeleteAsync(cancel);
    }
}
