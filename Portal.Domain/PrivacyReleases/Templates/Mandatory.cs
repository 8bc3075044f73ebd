namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>A clause every release needs (casework.md "The privacy release"), and the merge field it has to use.</summary>
/// <param name="Kind">The kind of clause.</param>
/// <param name="Field">The merge field it uses; null when none is needed.</param>
/// <param name="Missing">The error when a document could lack it: an English sentence that is also its translation key.</param>
public sealed record Mandatory(ClauseKind Kind, string? Field, string Missing)
{
    /// <summary>All mandatory clauses, in document order.</summary>
    public static IReadOnlyList<Mandatory> All { get; } =
    [
        new(ClauseKind.Subject, null, Says("Every document needs a clause that says who the records are about.")),
        new(ClauseKind.Authorization, "agency", Says("Every document needs a clause that authorizes the agency and names {agency}.")),
        new(ClauseKind.Recipient, "member", Says("Every document needs a clause that says who receives the records and names {member}.")),
        new(ClauseKind.Records, "records", Says("Every document needs a clause that says which records, with {records}.")),
        new(ClauseKind.Purpose, null, Says("Every document needs a clause that states the purpose.")),
        new(ClauseKind.Expiry, "months", Says("Every document needs a clause that says how long the release lasts, with {months}.")),
        new(ClauseKind.Withdrawal, "contact", Says("Every document needs a clause that says how to withdraw the release, with {contact}.")),
        new(
            ClauseKind.OfficeNotice, null,
            Says("Every document needs a clause that says the office isn't covered by the Privacy Act and how it protects the information.")),
        new(ClauseKind.FalsePretenses, null, Says("Every document needs a clause that warns against false pretenses.")),
        new(ClauseKind.Declaration, null, Says("Every document needs a declaration. Add a clause for each of the three perjury conditions, or one clause that always applies.")),
    ];

    /// <summary>Whether this clause meets the requirement.</summary>
    public bool IsMetBy(ReleaseClause clause) =>
        clause.Kind == Kind && (Field is null || (Names(clause.Text.En) && Names(clause.Text.Es)));

    private bool Names(string text) => MergeField.NamesIn(text).Contains(Field!);

    // Marks a literal as translatable.
    private static string Says(string english) => english;
}
