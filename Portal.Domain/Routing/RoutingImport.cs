using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Staff;
using Portal.Domain.Topics;

namespace Portal.Domain.Routing;

/// <summary>What's wrong with a line of a file, and what to do about it.</summary>
public sealed record RowProblem(int Line, Outcome.Refused Why);

/// <summary>What a file does to a rule.</summary>
public enum RuleChangeKind
{
    /// <summary>There's no rule of this name yet.</summary>
    Added,

    /// <summary>The file has other values.</summary>
    Changed,

    /// <summary>The file doesn't have it.</summary>
    Removed,
}

/// <summary>A value of a rule that a file changes; the column's name in the file, and the values as the file writes them.</summary>
public sealed record RuleDifference(string Column, string From, string To);

/// <summary>What a file would do to one rule.</summary>
public sealed record RuleChange(RuleChangeKind Kind, string Name, IReadOnlyList<RuleDifference> Differences);

/// <summary>What a file would do to the rules; nothing while any line has a problem.</summary>
/// <param name="Changes">The rules that would be added, changed, or removed.</param>
/// <param name="Same">How many would stay as they are.</param>
/// <param name="Problems">The lines to correct first.</param>
/// <param name="Seen">The present rules, so that a change in the meantime is noticed.</param>
public sealed record RoutingPreview(IReadOnlyList<RuleChange> Changes, int Same, IReadOnlyList<RowProblem> Problems, string Seen)
{
    internal IReadOnlyList<(RoutingRule? Stored, RoutingRule? Wanted)> Pairs { get; init; } = [];
}

/// <summary>Writes the rules for a file.</summary>
public sealed class RoutingExport(PortalDb db, RoutingRules rules)
{
    /// <summary>The columns of the file.</summary>
    public static IReadOnlyList<string> Columns => RoutingFile.Columns;

    /// <summary>A row for each rule, in the order they are applied.</summary>
    public async Task<IReadOnlyList<string[]>> RowsAsync(CancellationToken cancellation)
    {
        var emails = await db.Set<StaffMember>().ToDictionaryAsync(s => s.Id, s => s.Email, cancellation);
        return [.. (await rules.AllAsync(cancellation)).Select(r => RoutingFile.Write(r, r.AssigneeId is { } who ? emails.GetValueOrDefault(who) : null))];
    }
}

/// <summary>Compares a file with the rules. Never writes.</summary>
public sealed class RoutingImport(PortalDb db, TopicCatalog topics)
{
    private sealed record Colleague(Guid Id, string Email, bool WorksHere);

    /// <summary>Compares them.</summary>
    /// <param name="file">The text of the file.</param>
    /// <param name="removes">Whether rules that the file doesn't have are to be removed.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<RoutingPreview> CompareAsync(string file, bool removes, CancellationToken cancellation)
    {
        var stored = await db.Set<RoutingRule>().AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancellation);
        var seen = string.Join(' ', stored.Select(r => $"{r.Id:N}.{r.Version}"));
        var (rows, unreadable) = RoutingFile.Read(file);
        var staff = await db.Set<StaffMember>().Select(s => new Colleague(s.Id, s.Email!, s.DisabledAt == null)).ToListAsync(cancellation);
        List<RowProblem> problems = [.. unreadable, .. await UnknownAsync(rows, staff, cancellation), .. Twice(rows, stored)];
        if (problems.Count > 0)
            return new([], 0, [.. problems.OrderBy(p => p.Line)], seen);

        var byName = stored.ToDictionary(r => r.Name, StringComparer.OrdinalIgnoreCase);
        var emails = staff.ToDictionary(s => s.Id, s => s.Email);
        foreach (var row in rows)
            row.Rule.AssigneeId = row.Email is null ? null : Find(staff, row.Email)!.Id;
        List<(RoutingRule? Stored, RoutingRule? Wanted)> pairs = [.. rows.Select(r => (byName.GetValueOrDefault(r.Rule.Name), (RoutingRule?)r.Rule))];
        if (removes)
            pairs.AddRange(stored.Where(s => rows.All(r => !r.Rule.Name.Equals(s.Name, StringComparison.OrdinalIgnoreCase))).Select(s => ((RoutingRule?)s, (RoutingRule?)null)));
        var changes = pairs.Select(p => (Pair: p, Change: Change(p.Stored, p.Wanted, emails))).Where(c => c.Change is not null).ToList();
        return new([.. changes.Select(c => c.Change!)], stored.Count - changes.Count(c => c.Pair.Stored is not null), [], seen) { Pairs = [.. changes.Select(c => c.Pair)] };
    }

    private static RuleChange? Change(RoutingRule? stored, RoutingRule? wanted, IReadOnlyDictionary<Guid, string> emails)
    {
        if (wanted is null)
            return new(RuleChangeKind.Removed, stored!.Name, []);
        var to = Write(wanted, emails);
        if (stored is null)
            return new(RuleChangeKind.Added, wanted.Name, [.. RoutingFile.Columns.Select((c, i) => new RuleDifference(c, "", to[i])).Skip(1).Where(d => d.To.Length > 0)]);
        var from = Write(stored, emails);
        List<RuleDifference> differences = [.. RoutingFile.Columns.Select((c, i) => new RuleDifference(c, from[i], to[i])).Where(d => d.From != d.To)];
        return differences.Count == 0 ? null : new(RuleChangeKind.Changed, stored.Name, differences);
    }

    private static string[] Write(RoutingRule rule, IReadOnlyDictionary<Guid, string> emails) =>
        RoutingFile.Write(rule, rule.AssigneeId is { } who ? emails.GetValueOrDefault(who) : null);

    private async Task<List<RowProblem>> UnknownAsync(IReadOnlyList<RoutingFile.Row> rows, List<Colleague> staff, CancellationToken cancellation)
    {
        var agencies = await db.Set<Agency>().Select(a => a.Code).ToListAsync(cancellation);
        var codes = (await topics.AllAsync(cancellation)).Select(t => t.Code).ToList();
        var problems = new List<RowProblem>();
        foreach (var (line, rule, email) in rows)
        {
            if (rule.AgencyCode is { } agency && !agencies.Contains(agency))
                problems.Add(new(line, new Outcome.Refused("“{0}” isn't the code of an agency. Use one of these: {1}.", agency, string.Join(", ", agencies.Order(StringComparer.Ordinal)))));
            if (rule.TopicPrefix is { } topic && !codes.Exists(c => c.StartsWith(topic, StringComparison.Ordinal)))
                problems.Add(new(line, new Outcome.Refused("No topic has a code that begins with “{0}.” Use a code from the list of topics, or leave it blank.", topic)));
            if (email is not null && Find(staff, email) is not { WorksHere: true })
                problems.Add(new(line, new Outcome.Refused("Nobody who works here has the email address {0}. Correct it, or leave it blank.", email)));
        }

        return problems;
    }

    private static IEnumerable<RowProblem> Twice(IReadOnlyList<RoutingFile.Row> rows, List<RoutingRule> stored)
    {
        var repeated = stored.GroupBy(r => r.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in repeated)
            yield return new(1, new Outcome.Refused("Two of your rules are named “{0}.” Rename one of them here first.", name));
        foreach (var row in rows.GroupBy(r => r.Rule.Name, StringComparer.OrdinalIgnoreCase).SelectMany(g => g.Skip(1)))
            yield return new(row.Line, new Outcome.Refused("The file already has a rule named “{0}.” Give this one another name.", row.Rule.Name));
    }

    private static Colleague? Find(List<Colleague> staff, string email) => staff.Find(s => s.Email.Equals(email, StringComparison.OrdinalIgnoreCase));
}
