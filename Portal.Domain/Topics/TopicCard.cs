using Portal.Domain.Constituents;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Topics;

/// <summary>Everything a topic says and asks, in both languages.</summary>
/// <param name="Parties">Who takes part, where more than one person does; the first is usually the one who asks for help.</param>
public sealed record TopicCard(
    string Code, string Agency, Bilingual SubAgency, Bilingual Program, Bilingual Issue, Bilingual Explanation, Bilingual Words,
    IReadOnlyList<TopicQuestion> Questions, IReadOnlyList<Bilingual> Documents, TopicOutcome Outcome, Bilingual? Referral,
    IReadOnlyList<PartyRole>? Parties = null);

/// <summary>A question of a topic.</summary>
/// <param name="Id">Its id within the request.</param>
/// <param name="Identifier">The identity number it asks for; null for others.</param>
/// <param name="Sensitive">Whether the answer is masked wherever it is shown.</param>
/// <param name="MaxLength">In characters.</param>
public sealed record TopicQuestion(
    string Id, string? Identifier, Bilingual Label, Bilingual? Hint, QuestionKind Kind, bool Required, bool Sensitive, int MaxLength);

/// <summary>How a question is asked.</summary>
public enum QuestionKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>A day, as well as the person knows it.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>Several lines.</summary>
    LongText,
}
