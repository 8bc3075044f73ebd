using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Platform.Protection;

/// <summary>
/// The key of one case, wrapped with a master key. Deleting the row makes everything sealed with it unreadable,
/// including stored documents and backups.
/// </summary>
public sealed class DataKey
{
    /// <summary>The case id, which equals the help request id.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The key, sealed under <see cref="MasterKeyId"/>.</summary>
    public required string WrappedKey { get; set; }

    /// <summary>The master key it's wrapped with.</summary>
    public required string MasterKeyId { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}

internal sealed class DataKeyMapping : IEntityTypeConfiguration<DataKey>
{
    public void Configure(EntityTypeBuilder<DataKey> key)
    {
        key.HasKey(k => k.OwnerId);
        key.Property(k => k.OwnerId).ValueGeneratedNever();
        key.Property(k => k.WrappedKey).HasMaxLength(200);
        key.Property(k => k.MasterKeyId).HasMaxLength(32);
        key.HasIndex(k => k.MasterKeyId);
    }
}
