using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Topics;

/// <summary>Everything a topic says and asks, in both languages.</summary>
/// <param name="Agency">The agency's code.</param>
public sealed record TopicCard(string Code, string Agency)
{
    /// <summary>The part of the agency that deals with it.</summary>
    public required Bilingual SubAgency { get; init; }

    /// <summary>The program it belongs to.</summary>
    public required Bilingual Program { get; init; }

    /// <summary>Its name: what went wrong.</summary>
    public required Bilingual Issue { get; init; }

    /// <summary>What it's about, in a few sentences.</summary>
    public required Bilingual Explanation { get; init; }

    /// <summary>More words people use for it, for searching.</summary>
    public required Bilingual Words { get; init; }

    /// <summary>What we ask the constituent.</summary>
    public required IReadOnlyList<TopicQuestion> Questions { get; init; }

    /// <summary>The documents that help.</summary>
    public required IReadOnlyList<Bilingual> Documents { get; init; }

    /// <summary>How the release for it is signed, where that differs from the agency's general rule; null where it doesn't.</summary>
    public TopicRelease? Release { get; init; }

    /// <summary>Codes of the <see cref="AppealPeriod"/>s that people with this problem must know.</summary>
    public IReadOnlyList<string> Deadlines { get; init; } = [];

    /// <summary>The label of the House's casework taxonomy; null where it has none.</summary>
    public string? LabelId { get; init; }

    /// <summary>What the agency requires in this matter: the ID numbers that the topic asks for, and its way of signing.</summary>
    internal MatterRules Matter => new()
    {
        Identifiers = string.Join(',', Questions.Select(q => q.Identifier).OfType<string>().Distinct()),
        Signature = Release?.Signature,
        Form = Release?.Form,
    };

    /// <summary>The agency's rules for this topic; the agency as it is when the topic belongs to another.</summary>
    public Agency RulesOf(Agency agency) => agency.Code == Agency ? agency.For(Matter) : agency;

    /// <summary>What becomes of such a request.</summary>
    public required TopicOutcome Outcome { get; init; }

    /// <summary>Where to turn instead; null when we can help.</summary>
    public Bilingual? Referral { get; init; }

    /// <summary>Codes of the <c>Resource</c>s that can help instead; empty when we can help.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The roles involved, when there is more than one; the first is usually the person asking for help.</summary>
    public IReadOnlyList<PartyRole>? Parties { get; init; }
}

/// <summary>How the release for a topic is signed.</summary>
/// <param name="Signature">How it must be signed; null for the agency's general rule.</param>
/// <param name="Form">The agency's own form for the matter; null for its general form.</param>
public sealed record TopicRelease(SignatureClass? Signature, string? Form);

/// <summary>A question of a topic.</summary>
/// <param name="Id">Its id within the request.</param>
/// <param name="Identifier">The ID number it asks for; null for other questions.</param>
public sealed record TopicQuestion(string Id, string? Identifier, Bilingual Label, Bilingual? Hint, QuestionKind Kind, bool Required)
{
    /// <summary>Whether the answer is masked wherever it is shown.</summary>
    public required bool Sensitive { get; init; }

    /// <summary>The longest answer, in characters.</summary>
    public required int MaxLength { get; init; }
}

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
