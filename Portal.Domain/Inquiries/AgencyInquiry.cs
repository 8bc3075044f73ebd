using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Inquiries;

/// <summary>What an office may ask of an agency. House and Senate guidelines allow these six and no others.</summary>
public enum PermittedAsk
{
    /// <summary>Request information or a status report.</summary>
    InformationOrStatus,

    /// <summary>Urge prompt consideration.</summary>
    PromptConsideration,

    /// <summary>Arrange an interview or appointment.</summary>
    InterviewOrAppointment,

    /// <summary>Express a judgment.</summary>
    ExpressJudgment,

    /// <summary>Call for reconsideration of a response not reasonably supported by statute, regulation, equity or policy.</summary>
    Reconsideration,

    /// <summary>A similar service consistent with chamber rules.</summary>
    SimilarService,
}

/// <summary>One letter or call to one agency, with one permitted ask. Sent under a release or a recorded exception.</summary>
public sealed class AgencyInquiry : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The agency.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>What we ask.</summary>
    public PermittedAsk Ask { get; init; }

    /// <summary>How we contacted the agency.</summary>
    public InquiryMethod Method { get; init; }

    /// <summary>What was written or said; staff only.</summary>
    public required SealedText Summary { get; init; }

    /// <summary>When it went out, UTC.</summary>
    public DateTime SentAt { get; init; }

    /// <summary>Who sent it.</summary>
    public Guid SentById { get; init; }

    /// <summary>The release it was sent under; null when sent under an exception.</summary>
    public Guid? ReleaseId { get; init; }

    /// <summary>Further releases it was sent under, when more than one person signs.</summary>
    public List<Guid> AlsoUnder { get; init; } = [];

    /// <summary>The statutory exception it was sent under; null when sent under a release.</summary>
    public string? ExceptionCitation { get; init; }

    /// <summary>The day the next answer is due. Stays the same, even when overdue, until the agency answers.</summary>
    public DateOnly ExpectedOn { get; private set; }

    /// <summary>The day a missing answer is checked next.</summary>
    public DateOnly FollowUpOn { get; private set; }

    /// <summary>How many follow-ups have come due for the answer we're waiting for.</summary>
    public int FollowUpsDue { get; private set; }

    /// <summary>How many follow-ups went out for the answer we're waiting for.</summary>
    public int FollowUpsSent { get; private set; }

    /// <summary>How many follow-ups came due and never went out, not counting the one that's due now.</summary>
    public int FollowUpsMissed => Math.Max(0, FollowUpsDue - FollowUpsSent - (FollowUpDueSince is null ? 0 : 1));

    /// <summary>
    /// Whether the next letter goes above the liaison: the agency left the follow-ups unanswered that its settings allow, and at
    /// least one really went out.
    /// </summary>
    public bool GoesHigher => EscalatedAt is not null && FollowUpsSent > 0;

    /// <summary>When the pending follow-up came due, UTC; null when none is pending.</summary>
    public DateTime? FollowUpDueSince { get; private set; }

    /// <summary>When it was escalated, UTC; null if it hasn't been.</summary>
    public DateTime? EscalatedAt { get; private set; }

    /// <summary>When it ended, UTC, by a final answer or by staff; null while open.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The answers so far.</summary>
    public List<AgencyResponse> Responses { get; } = [];

    /// <summary>The follow-ups so far.</summary>
    public List<InquiryFollowUp> FollowUps { get; } = [];

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether an answer is still expected.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Whether the answer is late.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && ExpectedOn < today;

    /// <summary>Starts waiting for the next answer, due on <paramref name="day"/>, and resets follow-ups.</summary>
    public void Expect(DateOnly day) =>
        (ExpectedOn, FollowUpOn, FollowUpsDue, FollowUpsSent, FollowUpDueSince, EscalatedAt) = (day, day.AddDays(1), 0, 0, null, null);

    /// <summary>The answer is late: a follow-up is due now, and the inquiry is checked again on <paramref name="again"/>.</summary>
    public void FollowUpDue(DateTime now, DateOnly again) =>
        (FollowUpsDue, FollowUpDueSince, FollowUpOn) = (FollowUpsDue + 1, FollowUpDueSince ?? now, again);

    /// <summary>Marks it as escalated. Escalating twice changes nothing.</summary>
    public void Escalate(DateTime now) => EscalatedAt ??= now;

    /// <summary>We followed up; the inquiry is checked again on <paramref name="again"/>.</summary>
    public void FollowUp(DateOnly again) => (FollowUpsSent, FollowUpDueSince, FollowUpOn) = (FollowUpsSent + 1, null, again);

    /// <summary>Ends it. Ending it twice changes nothing.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>The kind of answer.</summary>
public enum ResponseKind
{
    /// <summary>The agency confirmed it has the inquiry.</summary>
    Acknowledgment,

    /// <summary>News, but not the final answer.</summary>
    Interim,

    /// <summary>The final answer.</summary>
    Final,
}

/// <summary>An agency's answer to an inquiry.</summary>
public sealed class AgencyResponse
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case, whose key protects the answer.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The inquiry.</summary>
    public Guid InquiryId { get; init; }

    /// <summary>The kind of answer.</summary>
    public ResponseKind Kind { get; init; }

    /// <summary>The day it arrived.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>What it says; staff only.</summary>
    public required SealedText Summary { get; init; }

    /// <summary>The date written on it; null when it has none.</summary>
    public DateOnly? DatedOn { get; init; }

    /// <summary>How it came out; null when nothing was decided or no one said.</summary>
    public AnswerResult? Result { get; init; }

    /// <summary>The document it came as; null when it came without one.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>Who recorded it.</summary>
    public Guid RecordedById { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; init; }
}

internal sealed class InquiryMapping : IEntityTypeConfiguration<AgencyInquiry>, IEntityTypeConfiguration<AgencyResponse>
{
    public void Configure(EntityTypeBuilder<AgencyInquiry> inquiry)
    {
        inquiry.ToTable("AgencyInquiry");
        inquiry.Property(i => i.Id).ValueGeneratedNever();
        inquiry.Property(i => i.AgencyCode).HasMaxLength(8);
        inquiry.Property(i => i.ExceptionCitation).HasMaxLength(200);
        inquiry.HasIndex(i => new { i.CaseId, i.Id });
        inquiry.HasIndex(i => new { i.AgencyCode, i.EndedAt });
        inquiry.HasIndex(i => i.ExpectedOn).HasFilter("\"EndedAt\" IS NULL");
        inquiry.HasIndex(i => i.EscalatedAt).HasFilter("\"EndedAt\" IS NULL AND \"EscalatedAt\" IS NOT NULL");
        inquiry.HasIndex(i => i.FollowUpOn).HasFilter("\"EndedAt\" IS NULL");
        inquiry.HasMany(i => i.FollowUps).WithOne().HasForeignKey(f => f.InquiryId).OnDelete(DeleteBehavior.Restrict);
        inquiry.HasMany(i => i.Responses).WithOne().HasForeignKey(r => r.InquiryId).OnDelete(DeleteBehavior.Restrict);
        inquiry.HasOne<Case>().WithMany().HasForeignKey(i => i.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgencyResponse> response)
    {
        response.ToTable("AgencyResponse");
        response.Property(r => r.Id).ValueGeneratedNever();
        response.HasIndex(r => new { r.InquiryId, r.Id });
        response.HasIndex(r => r.DocumentId).HasFilter("\"DocumentId\" IS NOT NULL");
    }
}
