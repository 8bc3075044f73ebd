using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Platform.Bots;

/// <summary>A puzzle whose solution was accepted. Kept until the puzzle would have expired.</summary>
public sealed class SpentChallenge
{
    /// <summary>The puzzle's nonce, hashed with SHA-256, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>When the row can be deleted, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }
}

internal sealed class SpentChallengeMapping : IEntityTypeConfiguration<SpentChallenge>
{
    public void Configure(EntityTypeBuilder<SpentChallenge> builder)
    {
        builder.ToTable("SpentChallenges");
        builder.HasKey(c => c.Hash);
        builder.Property(c => c.Hash).HasMaxLength(64);
        builder.HasIndex(c => c.ExpiresAt);
    }
}
