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
        new(ClauseKind.Subject, null, Says("No clause says in every document who the records are about.")),
        new(ClauseKind.Authorization, "agency", Says("No clause authorizes the agency in every document and names {agency}.")),
        new(ClauseKind.Recipient, "member", Says("No clause says in every document who receives the records and names {member}.")),
        new(ClauseKind.Records, "records", Says("No clause says in every document which records, with {records}.")),
        new(ClauseKind.Purpose, null, Says("No clause says in every document what the purpose is.")),
        new(ClauseKind.Expiry, "months", Says("No clause says in every document how long the release lasts, with {months}.")),
        new(ClauseKind.Withdrawal, "contact", Says("No clause says in every document how to take the release back, with {contact}.")),
        new(ClauseKind.OfficeNotice, null, Says("No clause says in every document that the office is not covered by the Privacy Act, and how it protects the data.")),
        new(ClauseKind.FalsePretences, null, Says("No clause warns in every document against false pretenses.")),
        new(ClauseKind.Declaration, null, Says("No clause is a declaration in every document: one for each wording of perjury, or one that always stands.")),
    ];

    /// <summary>Whether this clause says it, wherever it stands.</summary>
    public bool IsMetBy(ReleaseClause clause) =>
        clause.Kind == Kind && (Field is null || (Names(clause.Text.En) && Names(clause.Text.Es)));

    private bool Names(string text) => MergeField.NamesIn(text).Contains(Field!);

    // Marks a literal as text for people.
    private static string Says(string english) => english;
}
