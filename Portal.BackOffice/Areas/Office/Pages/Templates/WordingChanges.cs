using Portal.BackOffice.Forms;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>One difference between two wordings.</summary>
/// <param name="Place">The clause it is about, from 1, in the newer wording, or in the older when it is gone; null for the whole.</param>
/// <param name="Sentence">What changed, in the reader's language.</param>
/// <param name="From">The older text; null when there was none.</param>
/// <param name="To">The newer text; null when it is gone.</param>
public sealed record WordingChange(int? Place, string Sentence, Bilingual? From, Bilingual? To);

/// <summary>Says what differs between two wordings of a template.</summary>
public static class WordingChanges
{
    /// <summary>The differences, in the order of the newer document.</summary>
    public static IReadOnlyList<WordingChange> Between(TemplateWording older, TemplateWording newer, Translator text)
    {
        var changes = new List<WordingChange>();
        if (older.Title != newer.Title)
            changes.Add(new(null, text["The title changed."], older.Title, newer.Title));
        var before = older.Clauses.Index().ToDictionary(c => c.Item.Key);
        foreach (var (index, clause) in newer.Clauses.Index())
            if (!before.TryGetValue(clause.Key, out var old))
                changes.Add(new(index + 1, text["Clause {0} is new.", index + 1], null, Whole(clause, text)));
            else if (old.Item != clause)
                changes.Add(new(index + 1, text["Clause {0} changed.", index + 1], Whole(old.Item, text), Whole(clause, text)));
        var after = newer.Clauses.Select(c => c.Key).ToHashSet();
        changes.AddRange(older.Clauses.Index().Where(c => !after.Contains(c.Item.Key))
            .Select(c => new WordingChange(c.Index + 1, text["The former clause {0} is gone.", c.Index + 1], Whole(c.Item, text), null)));
        if (!older.Clauses.Select(c => c.Key).Where(after.Contains).SequenceEqual(newer.Clauses.Select(c => c.Key).Where(before.ContainsKey)))
            changes.Add(new(null, text["The order of the clauses changed."], null, null));
        return changes;
    }

    private static Bilingual Whole(ReleaseClause clause, Translator text)
    {
        var about = $"[{text[TemplateWords.Of(clause.Kind)]} · {text[TemplateWords.Of(clause.When)]}]";
        string In(string language) => string.Join('\n', new[] { about, clause.Heading.In(language), clause.Text.In(language) }.Where(p => p.Length > 0));
        return new(In("en"), In("es"));
    }
}
