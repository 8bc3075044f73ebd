using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Desk;

/// <summary>One row of the queue.</summary>
/// <param name="Person">The constituent's name.</param>
public sealed record CaseQueueRow(Guid Id, string Reference, SealedText Person, CaseStatus Status, Priority Priority)
{
    /// <summary>The topic; null when unknown.</summary>
    public required string? TopicCode { get; init; }

    /// <summary>The agency; null when unknown.</summary>
    public required string? AgencyCode { get; init; }

    /// <summary>The constituent's language, en or es.</summary>
    public required string Language { get; init; }

    /// <summary>The language the constituent prefers to speak; null when it's the same.</summary>
    public required SealedText? SpokenLanguage { get; init; }

    /// <summary>Whether the constituent lives in the area we serve.</summary>
    public required ResidencyFinding Residency { get; init; }

    /// <summary>Who works the case; null when unassigned.</summary>
    public required Guid? AssignedToId { get; init; }

    /// <summary>When it came in, UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>The date the constituent was told to expect an update.</summary>
    public required DateOnly? PromisedOn { get; init; }

    /// <summary>When the next update is due; null when none is.</summary>
    public required DateOnly? UpdateDueOn { get; init; }

    /// <summary>Since when the constituent waits for an answer, UTC; null when nothing is unanswered.</summary>
    public required DateTime? UnansweredSince { get; init; }

    /// <summary>Since when an agency's answer hasn't been explained to the constituent, UTC; null when none is.</summary>
    public required DateTime? AnswerUntoldSince { get; init; }

    /// <summary>Since when an email that may be an agency's answer has been waiting to be confirmed, UTC; null when none is.</summary>
    public required DateTime? AnswerToConfirmSince { get; init; }

    /// <summary>What the open safety alert is about; null when none is open.</summary>
    public required SafetyKind? Danger { get; init; }

    /// <summary>Why staff should check who sent it, as an English sentence; null when there's no doubt.</summary>
    public required string? ReviewReason { get; init; }

    /// <summary>An email about it was given up, and nothing reached that address since.</summary>
    public bool MailUndelivered { get; init; }

    /// <summary>A release is waiting for a signature.</summary>
    public bool Unsigned { get; init; }

    /// <summary>A signed release is waiting for review.</summary>
    public bool ToCheck { get; init; }

    /// <summary>The earliest due date of what we asked of the constituent; null when nothing is open.</summary>
    public DateOnly? AskedFor { get; init; }

    /// <summary>The earliest date an agency missed; null when no answer is overdue.</summary>
    public DateOnly? AgencyLateSince { get; init; }

    /// <summary>An overdue inquiry was escalated because follow-ups didn't help.</summary>
    public bool Escalated { get; init; }

    /// <summary>A follow-up with an agency came due and never went out.</summary>
    public bool FollowUpMissed { get; init; }

    /// <summary>The row's position in the queue.</summary>
    public CaseQueueCursor Place => new(Priority, ReceivedAt, UpdateDueOn, Id);
}

/// <summary>A page of the queue and the cursor for the next one; null on the last page.</summary>
public sealed record CaseQueuePage(IReadOnlyList<CaseQueueRow> Rows, CaseQueueCursor? Next);
