using Portal.Domain.Cases;

namespace Portal.Domain.Progress;

/// <summary>Something that has to happen next in a case, and who does it.</summary>
/// <param name="Move">What staff can do about it.</param>
/// <param name="Turn">Who has to act.</param>
/// <param name="Sentence">What it is, for staff, as an English sentence: the key of its translation.</param>
/// <param name="Arguments">The sentence's arguments. An agency is given by its code, a day as a <see cref="DateOnly"/>.</param>
public sealed record CaseStep(CaseMove Move, Turn Turn, string Sentence, params object[] Arguments)
{
    /// <summary>The inquiry it's about; null when it's about none.</summary>
    public Guid? InquiryId { get; init; }

    /// <summary>The day it's due; null when it has none of its own.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The question it's about; null when it's about none.</summary>
    public Guid? DecisionId { get; init; }
}
