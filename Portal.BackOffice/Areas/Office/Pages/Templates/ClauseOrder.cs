using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>Adds, moves, and removes clauses in a form that hasn't been saved yet.</summary>
public static class ClauseOrder
{
    /// <summary>Applies a button's command, such as <c>up:3</c>. Positions start at 0.</summary>
    /// <returns>The position that changed and a sentence about what was done; null if the command can't be applied.</returns>
    public static (int Place, string Sentence)? Apply(List<ClauseInput> clauses, string? button)
    {
        if (button?.Split(':') is not [var verb, var number] || !int.TryParse(number, out var at) || at < 0 || at >= clauses.Count)
            return null;
        switch (verb)
        {
            case "add" when clauses.Count < SaveTemplateDraft.MostClauses:
                clauses.Insert(at + 1, new() { Key = NewKey(clauses), Kind = ClauseKind.Statement });
                return (at + 1, "Clause added. The draft isn't saved yet.");
            case "up" when at > 0:
                (clauses[at - 1], clauses[at]) = (clauses[at], clauses[at - 1]);
                return (at - 1, "Clause moved. The draft isn't saved yet.");
            case "down" when at < clauses.Count - 1:
                (clauses[at + 1], clauses[at]) = (clauses[at], clauses[at + 1]);
                return (at + 1, "Clause moved. The draft isn't saved yet.");
            case "remove" when clauses.Count > 1:
                clauses.RemoveAt(at);
                return (Math.Min(at, clauses.Count - 1), "Clause removed. The draft isn't saved yet.");
            default:
                return null;
        }
    }

    /// <summary>Gives every clause its own key, no matter what was posted.</summary>
    public static void Name(List<ClauseInput> clauses)
    {
        var known = new HashSet<string>();
        foreach (var clause in clauses)
            if (string.IsNullOrWhiteSpace(clause.Key) || clause.Key.Length > 40 || !known.Add(clause.Key))
                known.Add(clause.Key = NewKey(clauses));
    }

    private static string NewKey(List<ClauseInput> clauses) =>
        Enumerable.Range(1, int.MaxValue).Select(n => $"own-{n}").First(key => clauses.All(c => c.Key != key));
}
