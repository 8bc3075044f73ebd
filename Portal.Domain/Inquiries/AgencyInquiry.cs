using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Inquiries;

/// <summary>What an office may ask of an agency; House and Senate guidelines allow these six and no others.</summary>
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

/// <summary>How the agency was reached.</summary>
public enum InquiryMethod
{
    /// <summary>A letter.</summary>
    Letter,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Fax.</summary>
    Fax,

    /// <summary>A call.</summary>
    Phone,

    /// <summary>The agency's own portal for congressional offices.</summary>
    AgencyPortal,
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

    /// <summary>What is asked.</summary>
    public PermittedAsk Ask { get; init; }

    /// <summary>How the agency was reached.</summary>
    public InquiryMethod Method { get; init; }

    /// <summary>What was written or said; staff only.</summary>
    public required string Summary { get; init; }

    /// <summary>When it went out, UTC.</summary>
    public DateTime SentAt { get; init; }

    /// <summary>Who sent it.</summary>
    public Guid SentById { get; init; }

    /// <summary>The release it stands on; null when it stands on an exception.</summary>
    public Guid? ReleaseId { get; init; }

    /// <summary>Further releases it stands on, where more than one person signs.</summary>
    public List<Guid> AlsoUnder { get; init; } = [];

    /// <summary>The statutory exception it stands on; null when it stands on a release.</summary>
    public string? ExceptionCitation { get; init; }

    /// <summary>The day by which the next answer was promised or is usual; it stays until the agency answers.</summary>
    public DateOnly ExpectedOn { get; private set; }

    /// <summary>The day on which a missing answer is looked at next.</summary>
    public DateOnly FollowUpOn { get; private set; }

    /// <summary>How many follow-ups came due for the answer that is expected now.</summary>
    public int FollowUpsDue { get; private set; }

    /// <summary>Since when a follow-up waits to be sent, UTC; null when none does.</summary>
    public DateTime? FollowUpDueSince { get; private set; }

    /// <summary>When follow-ups stopped being enough, UTC; null while they are.</summary>
    public DateTime? EscalatedAt { get; private set; }

    /// <summary>When it ended, UTC: by a final response or by staff.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The answers so far.</summary>
    public List<AgencyResponse> Responses { get; } = [];

    /// <summary>How often it was asked again.</summary>
    public List<InquiryFollowUp> FollowUps { get; } = [];

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether an answer is still expected.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Whether the answer is late.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && ExpectedOn < today;

    /// <summary>An answer is expected by that day: the agency was asked, or it sent something and owes the next word.</summary>
    public void Expect(DateOnly day) =>
        (ExpectedOn, FollowUpOn, FollowUpsDue, FollowUpDueSince, EscalatedAt) = (day, day.AddDays(1), 0, null, null);

    /// <summary>The answer did not come: a follow-up is due, and on <paramref name="again"/> somebody looks anew.</summary>
    public void FollowUpDue(DateTime now, DateOnly again) => (FollowUpsDue, FollowUpDueSince, FollowUpOn) = (FollowUpsDue + 1, FollowUpDueSince ?? now, again);

    /// <summary>Follow-ups are not enough any more.</summary>
    public void Escalate(DateTime now) => EscalatedAt ??= now;

    /// <summary>The agency was asked again; somebody looks on <paramref name="again"/> whether it helped.</summary>
    public void FollowUp(DateOnly again) => (FollowUpDueSince, FollowUpOn) = (null, again);

    /// <summary>Ends it. Ending it twice changes nothing.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>What kind of answer it is.</summary>
public enum ResponseKind
{
    /// <summary>The agency says that it has the inquiry.</summary>
    Acknowledgment,

    /// <summary>News, but not the last word.</summary>
    Interim,

    /// <summary>The last word.</summary>
    Final,
}

/// <summary>An answer of an agency to an inquiry.</summary>
public sealed class AgencyResponse
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The inquiry.</summary>
    public Guid InquiryId { get; init; }

    /// <summary>What kind.</summary>
    public ResponseKind Kind { get; init; }

    /// <summary>The day it came.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>What it says; staff only.</summary>
    public required string Summary { get; init; }

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
        inquiry.Property(i => i.Summary).HasMaxLength(10_000);
        inquiry.Property(i => i.ExceptionCitation).HasMaxLength(200);
        inquiry.HasIndex(i => new { i.CaseId, i.Id });
        inquiry.HasIndex(i => i.FollowUpOn).HasFilter("\"EndedAt\" IS NULL");
        inquiry.HasMany(i => i.FollowUps).WithOne().HasForeignKey(f => f.InquiryId).OnDelete(DeleteBehavior.Restrict);
        inquiry.HasMany(i => i.Responses).WithOne().HasForeignKey(r => r.InquiryId).OnDelete(DeleteBehavior.Restrict);
        inquiry.HasOne<Case>().WithMany().HasForeignKey(i => i.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgencyResponse> response)
    {
        response.ToTable("AgencyResponse");
        response.Property(r => r.Id).ValueGeneratedNever();
        response.Property(r => r.Summary).HasMaxLength(10_000);
        response.HasIndex(r => new { r.InquiryId, r.Id });
    }
}
