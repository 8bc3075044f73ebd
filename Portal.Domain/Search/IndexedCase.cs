using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Search;

namespace Portal.Domain.Search;

/// <summary>A case whose words are in the full-text index, under this number. Cases are numbered in the order they came.</summary>
public sealed class IndexedCase : IHasWords
{
    /// <inheritdoc />
    public long Number { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }
}

/// <summary>How far the activity record has been followed to keep the index up to date.</summary>
public sealed class IndexState
{
    /// <summary>The only row's key.</summary>
    public const int Only = 1;

    /// <summary>Always <see cref="Only"/>.</summary>
    public int Id { get; init; } = Only;

    /// <summary>How the words were made. With another number, every case is indexed anew.</summary>
    public int Format { get; set; }

    /// <summary>The last link of the activity record that's in the index.</summary>
    public long Sequence { get; set; }
}

internal sealed class IndexedCaseMapping : IEntityTypeConfiguration<IndexedCase>, IEntityTypeConfiguration<IndexState>
{
    public void Configure(EntityTypeBuilder<IndexedCase> indexed)
    {
        indexed.ToTable("IndexedCase").HasKey(i => i.Number);
        indexed.HasIndex(i => i.CaseId).IsUnique();
        indexed.HasOne<Case>().WithOne().HasForeignKey<IndexedCase>(i => i.CaseId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IndexState> state)
    {
        state.ToTable("IndexState").HasKey(s => s.Id);
        state.Property(s => s.Id).ValueGeneratedNever();
    }
}
