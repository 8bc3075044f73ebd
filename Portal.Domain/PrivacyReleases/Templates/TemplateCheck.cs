using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>Finds what's missing or wrong in the wording of a template. A pure function.</summary>
public static class TemplateCheck
{
    /// <summary>Every problem, in document order; none when it can be published.</summary>
    public static IReadOnlyList<TemplateProblem> ProblemsOf(TemplateWording words) =>
        [.. CheckTitle(words.Title), .. words.Clauses.SelectMany((clause, index) => CheckClause(clause, index + 1)), .. CheckMandatory(words)];

    private static IEnumerable<TemplateProblem> CheckTitle(Bilingual title)
    {
        if (title.En.Length == 0)
            yield return new("The title has no English text.", null);
        if (title.Es.Length == 0)
            yield return new("The title has no Spanish text.", null);
        foreach (var name in UnknownFields(title))
            yield return new("The title uses a field that doesn't exist: {0}", null, name);
        if (MergeField.HasLooseBracket(title.En) || MergeField.HasLooseBracket(title.Es))
            yield return new("The title has a curly bracket that isn't part of a field.", null);
        if (Fields(title).Any(f => f.KnownWhen.Count > 0))
            yield return new("The title can use only fields that are always known.", null);
    }

    private static IEnumerable<TemplateProblem> CheckClause(ReleaseClause clause, int place)
    {
        // A Subject clause needs no text: the person's details follow it.
        var needsText = clause.Kind != ClauseKind.Subject || clause.Text.En.Length + clause.Text.Es.Length > 0;
        if (needsText && clause.Text.En.Length == 0)
            yield return new("Clause {0} has no English text.", place, place);
        if (needsText && clause.Text.Es.Length == 0)
            yield return new("Clause {0} has no Spanish text.", place, place);
        if (clause.HasHeading && (clause.Heading.En.Length == 0 || clause.Heading.Es.Length == 0))
            yield return new("Clause {0} has a heading in only one language.", place, place);
        if (place == 1 && !clause.HasHeading)
            yield return new("Enter a heading for the first clause.", place);
        foreach (var name in UnknownFields(clause.Heading).Concat(UnknownFields(clause.Text)).Distinct())
            yield return new("Clause {0} uses a field that doesn't exist: {1}", place, place, name);
        if (Parts(clause).Any(MergeField.HasLooseBracket))
            yield return new("Clause {0} has a curly bracket that isn't part of a field.", place, place);
        foreach (var field in Fields(clause.Heading).Concat(Fields(clause.Text)).Distinct().Where(f => !f.IsKnown(clause.When)))
            yield return new("Clause {0} uses {1}, which isn't always known when the clause appears. Choose another condition.", place, place, field.Written);
        if (clause.Text.En.Length > 0 && clause.Text.Es.Length > 0
            && !MergeField.NamesIn(clause.Text.En).ToHashSet().SetEquals(MergeField.NamesIn(clause.Text.Es)))
            yield return new("Clause {0} doesn't use the same fields in English and Spanish.", place, place);
    }

    private static IEnumerable<TemplateProblem> CheckMandatory(TemplateWording words) =>
        Mandatory.All
            .Where(m => !ClauseFamilies.Cover([.. words.Clauses.Where(m.IsMetBy).Select(c => c.When)]))
            .Select(m => new TemplateProblem(m.Missing, null));

    private static IEnumerable<string> Parts(ReleaseClause clause) => [clause.Heading.En, clause.Heading.Es, clause.Text.En, clause.Text.Es];

    private static IEnumerable<string> UnknownFields(Bilingual text) =>
        MergeField.NamesIn(text.En).Concat(MergeField.NamesIn(text.Es)).Distinct().Where(n => MergeField.Find(n) is null).Select(n => $"{{{n}}}");

    private static IEnumerable<MergeField> Fields(Bilingual text) =>
        MergeField.NamesIn(text.En).Concat(MergeField.NamesIn(text.Es)).Select(MergeField.Find).OfType<MergeField>().Distinct();
}
