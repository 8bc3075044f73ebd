using Portal.Domain.Cases;
using Portal.Domain.Offices;

namespace Portal.Domain.Desk;

/// <summary>One row of the queue.</summary>
public sealed record CaseQueueRow(
    Guid Id, string Reference, string Person, CaseStatus Status, Priority Priority, string? TopicCode, string? AgencyCode, string Language,
    string? SpokenLanguage, ResidencyFinding Residency, Guid? AssignedToId, DateTime ReceivedAt, DateOnly? PromisedOn, DateOnly? UpdateDueOn,
    DateTime? UnansweredSince, bool SafetyAlert, string? ReviewReason)
{
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

    /// <summary>The row's position in the queue.</summary>
    public CaseQueueCursor Place => new(Priority, ReceivedAt, UpdateDueOn, Id);
}

/// <summary>A page of the queue and the cursor for the next one; null on the last page.</summary>
public sealed record CaseQueuePage(IReadOnlyList<CaseQueueRow> Rows, CaseQueueCursor? Next);
