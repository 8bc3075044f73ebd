using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Cases;

/// <summary>One way a word of a case's name or reference begins, as <see cref="CaseWords"/> hashes it.</summary>
public sealed class CaseIndexEntry
{
    /// <summary>The keyed hash.</summary>
    public required long Word { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }
}

internal sealed class CaseIndexEntryMapping : IEntityTypeConfiguration<CaseIndexEntry>
{
    public void Configure(EntityTypeBuilder<CaseIndexEntry> entry)
    {
        entry.ToTable("CaseIndexEntry");
        entry.HasKey(e => new { e.Word, e.CaseId });
        entry.Property(e => e.Word).ValueGeneratedNever();
        entry.HasIndex(e => e.CaseId);
        entry.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
