using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Messages;

/// <summary>Something the office asked of the constituent, with a due date.</summary>
public sealed class InformationRequest : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>What we ask for, in the constituent's language.</summary>
    public required string What { get; init; }

    /// <summary>The day it's due.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>When we asked, UTC.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>The staff member who asked.</summary>
    public Guid AskedById { get; init; }

    /// <summary>When the constituent said it's done, UTC; null until then.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>When staff canceled it, UTC; null if they haven't.</summary>
    public DateTime? CanceledAt { get; set; }

    /// <summary>When a reminder went out, UTC; null until then.</summary>
    public DateTime? RemindedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether we're still waiting for it.</summary>
    public bool IsOpen => AnsweredAt is null && CanceledAt is null;
}

internal sealed class InformationRequestMapping : IEntityTypeConfiguration<InformationRequest>
{
    public void Configure(EntityTypeBuilder<InformationRequest> request)
    {
        request.ToTable("InformationRequest");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.HasIndex(r => new { r.CaseId, r.Id });
        request.HasIndex(r => r.DueOn).HasFilter("\"AnsweredAt\" IS NULL AND \"CanceledAt\" IS NULL");
        request.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
