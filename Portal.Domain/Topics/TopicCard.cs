using Portal.Domain.Constituents;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Topics;

/// <summary>Everything a topic says and asks, in both languages.</summary>
/// <param name="Parties">The roles involved, when there is more than one; the first is usually the person asking for help.</param>
public sealed record TopicCard(
    string Code, string Agency, Bilingual SubAgency, Bilingual Program, Bilingual Issue, Bilingual Explanation, Bilingual Words,
    IReadOnlyList<TopicQuestion> Questions, IReadOnlyList<Bilingual> Documents, TopicOutcome Outcome, Bilingual? Referral,
    IReadOnlyList<PartyRole>? Parties = null);

/// <summary>A question of a topic.</summary>
/// <param name="Id">Its id within the request.</param>
/// <param name="Identifier">The ID number it asks for; null for other questions.</param>
/// <param name="Sensitive">Whether the answer is masked wherever it is shown.</param>
/// <param name="MaxLength">The longest answer, in characters.</param>
public sealed record TopicQuestion(
    string Id, string? Identifier, Bilingual Label, Bilingual? Hint, QuestionKind Kind, bool Required, bool Sensitive, int MaxLength);

/// <summary>How a question is asked.</summary>
public enum QuestionKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>A date, as precisely as the person knows it.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>Several lines.</summary>
    LongText,
}
