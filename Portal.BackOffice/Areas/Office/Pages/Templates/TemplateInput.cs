using Portal.BackOffice.Kit;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>The form about a template, but for its clauses.</summary>
public sealed class TemplateInput
{
    /// <summary>The version of the draft the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>The title in English.</summary>
    public string? TitleEn { get; set; }

    /// <summary>The title in Spanish.</summary>
    public string? TitleEs { get; set; }

    /// <summary>What the wording is taken from.</summary>
    public string? Source { get; set; }

    /// <summary>When it was last checked.</summary>
    public DateParts VerifiedOn { get; set; } = new();

    /// <summary>The form as stored.</summary>
    public static TemplateInput From(ReleaseTemplate draft)
    {
        var words = draft.Words();
        return new() { Version = draft.Version, TitleEn = words.Title.En, TitleEs = words.Title.Es, Source = draft.Source, VerifiedOn = DateParts.From(draft.VerifiedOn) };
    }
}

/// <summary>The fields of one clause.</summary>
public sealed class ClauseInput
{
    /// <summary>Its name within the template.</summary>
    public string? Key { get; set; }

    /// <summary>What it says.</summary>
    public ClauseKind Kind { get; set; }

    /// <summary>When it is shown.</summary>
    public ClauseCondition When { get; set; }

    /// <summary>The heading in English.</summary>
    public string? HeadingEn { get; set; }

    /// <summary>The heading in Spanish.</summary>
    public string? HeadingEs { get; set; }

    /// <summary>The text in English.</summary>
    public string? TextEn { get; set; }

    /// <summary>The text in Spanish.</summary>
    public string? TextEs { get; set; }

    /// <summary>The fields of a stored clause.</summary>
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

    /// <summary>The beginning of its text in the reader's language.</summary>
    public string BeginningIn(string language)
    {
        const int Most = 90;
        var text = ((language == "es" ? TextEs : TextEn) ?? "").ReplaceLineEndings(" ").Trim();
        return text.Length <= Most ? text : text[..Most].TrimEnd() + "…";
    }

    private static string Lines(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n");
}
