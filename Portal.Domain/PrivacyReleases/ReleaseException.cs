using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases;

/// <summary>
/// Staff determined that an agency may answer without written consent, under a citation (such as a routine use under
/// 5 USC 552a(b)(3)) and a condition that they confirmed.
/// </summary>
public sealed class ReleaseException
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The agency.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>The citation in the agency's rules at the time.</summary>
    public required string Citation { get; init; }

    /// <summary>The condition staff confirmed, as the agency's rules stated it at the time.</summary>
    public required string Condition { get; init; }

    /// <summary>Who confirmed it.</summary>
    public Guid RecordedById { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime RecordedAt { get; init; }

    /// <summary>
    /// When it ended, UTC, because staff withdrew it, the person withdrew their consent, or the case was closed. Null while open.
    /// </summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Ends it. Ending it again has no effect.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>An exception from written consent was recorded.</summary>
public sealed record ExceptionRecorded(Guid ExceptionId, string Agency, string Citation) : IEvent;

/// <summary>A recorded exception no longer holds.</summary>
public sealed record ExceptionEnded(Guid ExceptionId, string Agency) : IEvent;

internal sealed class ReleaseExceptionMapping : IEntityTypeConfiguration<ReleaseException>
{
    public void Configure(EntityTypeBuilder<ReleaseException> exception)
    {
        exception.ToTable("ReleaseException");
        exception.Property(e => e.Id).ValueGeneratedNever();
        exception.Property(e => e.AgencyCode).HasMaxLength(8);
        exception.Property(e => e.Citation).HasMaxLength(200);
        // One open exception per case and agency, even when two people submit at the same time.
        exception.HasIndex(e => new { e.CaseId, e.AgencyCode }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        exception.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
