using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>One difference between two versions of the wording.</summary>
/// <param name="Place">
/// Number of the clause, starting at 1, in the newer wording, or in the older one if it was removed; null for the
/// template as a whole.
/// </param>
/// <param name="Sentence">What changed, in the reader's language.</param>
/// <param name="Placement">Its kind and condition if they're new or changed, in the reader's language; otherwise null.</param>
/// <param name="From">The older text; null if there was none.</param>
/// <param name="To">The newer text; null if it was removed.</param>
public sealed record WordingChange(int? Place, string Sentence, string? Placement, Bilingual? From, Bilingual? To);

/// <summary>Finds the differences between two versions of a template's wording.</summary>
public static class WordingChanges
{
    /// <summary>The differences, in the order of the newer document.</summary>
    public static IReadOnlyList<WordingChange> Between(TemplateWording older, TemplateWording newer, Translator text)
    {
        string Placement(ReleaseClause clause) => $"{text[TemplateText.Describe(clause.Kind)]} ({text[TemplateText.Describe(clause.When)]})";
        var changes = new List<WordingChange>();
        if (older.Title != newer.Title)
            changes.Add(new(null, text["The title changed."], null, older.Title, newer.Title));
        var before = older.Clauses.Index().ToDictionary(c => c.Item.Key);
        foreach (var (index, clause) in newer.Clauses.Index())
            if (!before.TryGetValue(clause.Key, out var old))
                changes.Add(new(index + 1, text["Clause {0} is new.", index + 1], Placement(clause), null, Whole(clause)));
            else if (old.Item != clause)
                changes.Add(
                    new(
                        index + 1, text["Clause {0} changed.", index + 1],
                        Placement(old.Item) == Placement(clause) ? null : $"{Placement(old.Item)} → {Placement(clause)}",
                        Whole(old.Item), Whole(clause)));
        var after = newer.Clauses.Select(c => c.Key).ToHashSet();
        changes.AddRange(older.Clauses.Index().Where(c => !after.Contains(c.Item.Key))
            .Select(c => new WordingChange(c.Index + 1, text["Clause {0} was removed.", c.Index + 1], Placement(c.Item), Whole(c.Item), null)));
        if (!older.Clauses.Select(c => c.Key).Where(after.Contains).SequenceEqual(newer.Clauses.Select(c => c.Key).Where(before.ContainsKey)))
            changes.Add(new(null, text["The order of the clauses changed."], null, null, null));
        return changes;
    }

    private static Bilingual Whole(ReleaseClause clause)
    {
        string In(string language) => string.Join('\n', new[] { clause.Heading.In(language), clause.Text.In(language) }.Where(p => p.Length > 0));
        return new(In("en"), In("es"));
    }
}
