using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Districts;

/// <summary>One House district that a ZIP area touches. A ZIP area with several rows lies in several districts.</summary>
public sealed class ZipDistrict
{
    /// <summary>Five digits.</summary>
    public required string Zip { get; init; }

    /// <summary>Postal code of the state.</summary>
    public required string State { get; init; }

    /// <summary>District number, 0 for at-large.</summary>
    public required int District { get; init; }
}

internal sealed class ZipDistrictMapping : IEntityTypeConfiguration<ZipDistrict>
{
    public void Configure(EntityTypeBuilder<ZipDistrict> builder)
    {
        // The key begins with the ZIP code, so it is also the index every look-up uses.
        builder.HasKey(z => new { z.Zip, z.State, z.District });
        builder.Property(z => z.Zip).HasMaxLength(5).IsFixedLength();
        builder.Property(z => z.State).HasMaxLength(2).IsFixedLength();
    }
}
