using Portal.Domain.Cases;
using Portal.Domain.Offices;

namespace Portal.Domain.Desk;

/// <summary>One line of the queue.</summary>
public sealed record CaseQueueRow(
    Guid Id, string Reference, string Person, CaseStatus Status, Priority Priority, string? TopicCode, string? AgencyCode, string Language,
    string? SpokenLanguage, ResidencyFinding Residency, Guid? AssignedToId, DateTime ReceivedAt, DateOnly? PromisedOn, DateOnly? UpdateDueOn,
    DateTime? UnansweredSince, bool SafetyAlert, string? ReviewReason)
{
    /// <summary>A release waits for its signature.</summary>
    public bool Unsigned { get; init; }

    /// <summary>A signed release waits to be checked.</summary>
    public bool ToCheck { get; init; }

    /// <summary>The day by which something asked of the constituent is due; null when nothing is asked.</summary>
    public DateOnly? AskedFor { get; init; }

    /// <summary>The agency has not answered by this day; null when nothing is overdue.</summary>
    public DateOnly? AgencyLateSince { get; init; }

    /// <summary>Follow-ups have not helped.</summary>
    public bool Escalated { get; init; }

    /// <summary>Its place in the queue.</summary>
    public CaseQueueCursor Place => new(Priority, ReceivedAt, UpdateDueOn, Id);
}

/// <summary>A page of the queue, and where the next one begins; null on the last.</summary>
public sealed record CaseQueuePage(IReadOnlyList<CaseQueueRow> Rows, CaseQueueCursor? Next);
