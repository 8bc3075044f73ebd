namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>What every release has to say (casework.md "The privacy release"), and the field it has to name for that.</summary>
/// <param name="Kind">The kind of clause.</param>
/// <param name="Field">The field it names; null when none is needed.</param>
/// <param name="Missing">What is said when it is not there in every document: an English sentence, key of its translation.</param>
public sealed record Mandatory(ClauseKind Kind, string? Field, string Missing)
{
    /// <summary>In the order of the document.</summary>
    public static IReadOnlyList<Mandatory> All { get; } =
    [
        new(ClauseKind.Subject, null, Says("Every document needs a clause that says who the records are about.")),
        new(ClauseKind.Authorization, "agency", Says("Every document needs a clause that authorizes the agency and names {agency}.")),
        new(ClauseKind.Recipient, "member", Says("Every document needs a clause that says who receives the records and names {member}.")),
        new(ClauseKind.Records, "records", Says("Every document needs a clause that says which records, with {records}.")),
        new(ClauseKind.Purpose, null, Says("Every document needs a clause that states the purpose.")),
        new(ClauseKind.Expiry, "months", Says("Every document needs a clause that says how long the release lasts, with {months}.")),
        new(ClauseKind.Withdrawal, "contact", Says("Every document needs a clause that says how to withdraw the release, with {contact}.")),
        new(ClauseKind.OfficeNotice, null, Says("Every document needs a clause that says the office isn't covered by the Privacy Act and how it protects the information.")),
        new(ClauseKind.FalsePretenses, null, Says("Every document needs a clause that warns against false pretenses.")),
        new(ClauseKind.Declaration, null, Says("Every document needs a declaration: one clause for each perjury wording, or one that always applies.")),
    ];

    /// <summary>Whether this clause says it, wherever it stands.</summary>
    public bool IsMetBy(ReleaseClause clause) =>
        clause.Kind == Kind && (Field is null || (Names(clause.Text.En) && Names(clause.Text.Es)));

    private bool Names(string text) => MergeField.NamesIn(text).Contains(Field!);

    // Marks a literal as text for people.
    private static string Says(string english) => english;
}
