using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Platform.Protection;

/// <summary>
/// The key of one case, wrapped by a master key. Deleting the row erases everything sealed with it,
/// stored documents and backups included.
/// </summary>
public sealed class DataKey
{
    /// <summary>Whose key this is: the case id, which equals the help request id.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The key, sealed under <see cref="MasterKeyId"/>.</summary>
    public required string WrappedKey { get; set; }

    /// <summary>The master key it is wrapped by.</summary>
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
