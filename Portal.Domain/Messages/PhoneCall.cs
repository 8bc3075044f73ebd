using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Messages;

/// <summary>Who called whom.</summary>
public enum CallDirection
{
    /// <summary>They called us.</summary>
    In,

    /// <summary>We called and talked.</summary>
    Out,

    /// <summary>We called and reached no one.</summary>
    Missed,
}

/// <summary>A phone call about a case; staff only.</summary>
public sealed class PhoneCall : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Who called whom.</summary>
    public CallDirection Direction { get; init; }

    /// <summary>Whom staff talked to; null when it was the person themselves.</summary>
    public SealedText? With { get; init; }

    /// <summary>What was said.</summary>
    public required SealedText Body { get; init; }

    /// <summary>When it was logged, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Who logged it.</summary>
    public Guid ById { get; init; }

    /// <summary>The day on which staff promised to call back; null when they didn't. What is left to do is a task.</summary>
    public DateOnly? CallBackOn { get; init; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>A call was logged.</summary>
public sealed record CallLogged(Guid CallId, CallDirection Direction, DateOnly? CallBackOn) : IEvent;

internal sealed class PhoneCallMapping : IEntityTypeConfiguration<PhoneCall>
{
    public void Configure(EntityTypeBuilder<PhoneCall> call)
    {
        call.ToTable("PhoneCall");
        call.Property(c => c.Id).ValueGeneratedNever();
        call.HasIndex(c => new { c.CaseId, c.Id });
        call.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
