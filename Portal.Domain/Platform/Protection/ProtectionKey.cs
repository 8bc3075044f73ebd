using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Platform.Protection;

/// <summary>A key of ASP.NET Core's data protection ring, sealed with the master key. It protects only short-lived tokens.</summary>
public sealed class ProtectionKey
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The key as XML, sealed.</summary>
    public required string SealedXml { get; init; }
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key)
    {
        key.ToTable("ProtectionKey");
        key.Property(k => k.Id).ValueGeneratedNever();
    }
}
