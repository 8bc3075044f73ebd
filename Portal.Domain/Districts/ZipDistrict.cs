using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Districts;

/// <summary>A House district that a ZIP area overlaps. A ZIP area with several rows is split among several districts.</summary>
public sealed class ZipDistrict
{
    /// <summary>The five-digit ZIP code.</summary>
    public required string Zip { get; init; }

    /// <summary>The state's two-letter postal code.</summary>
    public required string State { get; init; }

    /// <summary>District number, 0 for at-large.</summary>
    public required int District { get; init; }
}

internal sealed class ZipDistrictMapping : IEntityTypeConfiguration<ZipDistrict>
{
    public void Configure(EntityTypeBuilder<ZipDistrict> builder)
    {
        // The key starts with the ZIP code, so it also serves as the index for every lookup.
        builder.HasKey(z => new { z.Zip, z.State, z.District });
        builder.Property(z => z.Zip).HasMaxLength(5).IsFixedLength();
        builder.Property(z => z.State).HasMaxLength(2).IsFixedLength();
    }
}
