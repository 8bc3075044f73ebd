using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Platform.Protection;

/// <summary>
/// A known value sealed with a master key, or hashed with the key of the indexes. It shows when another key has the right id, before
/// anything is sealed with it.
/// </summary>
public sealed class KeyProof
{
    /// <summary>The id of the master key; <see cref="MasterKeyCheck.IndexName"/> for the key of indexes and code hashes.</summary>
    public required string Name { get; init; }

    /// <summary>The known value, sealed or hashed.</summary>
    public required string Value { get; init; }
}

internal sealed class KeyProofMapping : IEntityTypeConfiguration<KeyProof>
{
    public void Configure(EntityTypeBuilder<KeyProof> proof)
    {
        proof.ToTable("KeyProof").HasKey(p => p.Name);
        proof.Property(p => p.Name).HasMaxLength(40);
        proof.Property(p => p.Value).HasMaxLength(200);
    }
}
