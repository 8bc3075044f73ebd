using Portal.BackOffice.Kit;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>The form for a template, except its clauses.</summary>
public sealed class TemplateInput
{
    private const int LongestSource = 500;

    /// <summary>Version of the draft the form was loaded from.</summary>
    public int Version { get; set; }

    /// <summary>The title in English.</summary>
    public string? TitleEn { get; set; }

    /// <summary>The title in Spanish.</summary>
    public string? TitleEs { get; set; }

    /// <summary>Source of the wording.</summary>
    public string? Source { get; set; }

    /// <summary>Date the wording was last checked.</summary>
    public DateParts VerifiedOn { get; set; } = new();

    /// <summary>Fills the form from a stored draft.</summary>
    public static TemplateInput From(ReleaseTemplate draft)
    {
        var words = draft.Words();
        return new()
        {
            Version = draft.Version,
            TitleEn = words.Title.En,
            TitleEs = words.Title.Es,
            Source = draft.Source,
            VerifiedOn = DateParts.From(draft.VerifiedOn),
        };
    }

    /// <summary>
    /// Reports invalid fields and returns the date of the last check. Gaps in the wording are reported elsewhere,
    /// because a draft may have them.
    /// </summary>
    internal DateOnly? Read(FormCheck check, IReadOnlyList<ClauseInput> clauses)
    {
        check.AtMost("Input.TitleEn", TitleEn, SaveTemplateDraft.LongestHeading).AtMost("Input.TitleEs", TitleEs, SaveTemplateDraft.LongestHeading);
        foreach (var (index, clause) in clauses.Index())
            check.AtMost($"Clauses[{index}].HeadingEn", clause.HeadingEn, SaveTemplateDraft.LongestHeading)
                .AtMost($"Clauses[{index}].HeadingEs", clause.HeadingEs, SaveTemplateDraft.LongestHeading)
                .Fits($"Clauses[{index}].TextEn", clause.TextEn, SaveTemplateDraft.LongestText)
                .Fits($"Clauses[{index}].TextEs", clause.TextEs, SaveTemplateDraft.LongestText);
        return check.Required("Input.Source", Source, "Enter the source of the template.")
            .Fits("Input.Source", Source, LongestSource)
            .Day("Input.VerifiedOn", VerifiedOn);
    }
}

/// <summary>The fields of one clause.</summary>
public sealed class ClauseInput
{
    /// <summary>Key of the clause, unique in the template.</summary>
    public string? Key { get; set; }

    /// <summary>Kind of clause.</summary>
    public ClauseKind Kind { get; set; }

    /// <summary>Condition for showing the clause.</summary>
    public ClauseCondition When { get; set; }

    /// <summary>The heading in English.</summary>
    public string? HeadingEn { get; set; }

    /// <summary>The heading in Spanish.</summary>
    public string? HeadingEs { get; set; }

    /// <summary>The text in English.</summary>
    public string? TextEn { get; set; }

    /// <summary>The text in Spanish.</summary>
    public string? TextEs { get; set; }

    /// <summary>Fills the fields from a stored clause.</summary>
    public static ClauseInput From(ReleaseClause clause) => new()
    {
        Key = clause.Key,
        Kind = clause.Kind,
        When = clause.When,
        HeadingEn = clause.Heading.En,
        HeadingEs = clause.Heading.Es,
        TextEn = clause.Text.En,
        TextEs = clause.Text.Es,
    };

    /// <summary>The clause.</summary>
    public ReleaseClause ToClause() =>
        new(Key ?? "", Kind, When, new(HeadingEn?.Trim() ?? "", HeadingEs?.Trim() ?? ""), new(Lines(TextEn), Lines(TextEs)));

    /// <summary>Beginning of the clause's text in the reader's language.</summary>
    public string BeginningIn(string language)
    {
        const int Most = 90;
        var text = ((language == "es" ? TextEs : TextEn) ?? "").ReplaceLineEndings(" ").Trim();
        return text.Length <= Most ? text : text[..Most].TrimEnd() + "…";
    }

    private static string Lines(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n");
}
