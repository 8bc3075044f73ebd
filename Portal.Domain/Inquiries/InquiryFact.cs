using System.Linq.Expressions;

namespace Portal.Domain.Inquiries;

/// <summary>What decides where an inquiry stands: its dates, and none of its text.</summary>
/// <param name="SentAt">UTC.</param>
/// <param name="EndedAt">UTC; null while an answer is expected.</param>
/// <param name="ExpectedOn">The day the next answer is due.</param>
public sealed record InquiryFact(Guid Id, string AgencyCode, DateTime SentAt, DateTime? EndedAt, DateOnly ExpectedOn)
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The day a missing answer is checked next.</summary>
    public DateOnly FollowUpOn { get; init; }

    /// <summary>How many follow-ups have come due for the answer we're waiting for.</summary>
    public int FollowUpsDue { get; init; }

    /// <summary>How many follow-ups went out for it.</summary>
    public int FollowUpsSent { get; init; }

    /// <summary>When the pending follow-up came due, UTC; null when none is pending.</summary>
    public DateTime? FollowUpDueSince { get; init; }

    /// <summary>When it was escalated, UTC; null if it hasn't been.</summary>
    public DateTime? EscalatedAt { get; init; }

    /// <summary>When we last followed up, UTC; null if we never did.</summary>
    public DateTime? FollowedUpAt { get; init; }

    /// <summary>When the last final answer was recorded, UTC; null when there is none.</summary>
    public DateTime? AnsweredAt { get; init; }

    /// <summary>The day the last final answer arrived.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>Whether an answer is still expected.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Whether the answer is late.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && ExpectedOn < today;

    /// <summary>Whether it's our turn: the answer is late, and no follow-up has gone out for it that still has time.</summary>
    public bool NeedsFollowUp(DateOnly today) => IsOverdue(today) && (FollowUpsDue == 0 || FollowUpDueSince is not null);

    /// <summary>The database projection; it reads no sealed column.</summary>
    internal static readonly Expression<Func<AgencyInquiry, InquiryFact>> FromRow = i =>
        new InquiryFact(i.Id, i.AgencyCode, i.SentAt, i.EndedAt, i.ExpectedOn)
        {
            CaseId = i.CaseId,
            FollowUpOn = i.FollowUpOn,
            FollowUpsDue = i.FollowUpsDue,
            FollowUpsSent = i.FollowUpsSent,
            FollowUpDueSince = i.FollowUpDueSince,
            EscalatedAt = i.EscalatedAt,
            FollowedUpAt = i.FollowUps.Max(f => (DateTime?)f.SentAt),
            AnsweredAt = i.Responses.Where(r => r.Kind == ResponseKind.Final).Max(r => (DateTime?)r.RecordedAt),
            AnsweredOn = i.Responses.Where(r => r.Kind == ResponseKind.Final).Max(r => (DateOnly?)r.ReceivedOn),
        };
}
