using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Inquiries;

/// <summary>A follow-up with an agency whose answer is late.</summary>
public sealed class InquiryFollowUp
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case, whose key protects the text.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The inquiry it follows up on.</summary>
    public Guid InquiryId { get; init; }

    /// <summary>How we contacted the agency.</summary>
    public InquiryMethod Method { get; init; }

    /// <summary>Whether it went to someone higher up after earlier follow-ups didn't help.</summary>
    public bool Escalation { get; init; }

    /// <summary>What was written or said; staff only.</summary>
    public required SealedText Body { get; init; }

    /// <summary>When it went out, UTC.</summary>
    public DateTime SentAt { get; init; }

    /// <summary>Who sent it.</summary>
    public Guid SentById { get; init; }
}

internal sealed class InquiryFollowUpMapping : IEntityTypeConfiguration<InquiryFollowUp>
{
    public void Configure(EntityTypeBuilder<InquiryFollowUp> followUp)
    {
        followUp.ToTable("InquiryFollowUp");
        followUp.Property(f => f.Id).ValueGeneratedNever();
        followUp.HasIndex(f => new { f.InquiryId, f.Id });
    }
}
