using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Districts;

/// <summary>One office a Member keeps at home.</summary>
public sealed class LegislatorOffice
{
    /// <summary>The source's identifier, such as "C000127-seattle"; the same across imports.</summary>
    public required string Id { get; init; }

    /// <summary>Whose office it is.</summary>
    public required string Bioguide { get; init; }

    /// <summary>City, also its name in lists.</summary>
    public required string City { get; init; }

    /// <summary>Street address; null for an office that is visited by appointment only.</summary>
    public string? Street { get; init; }

    /// <summary>Building and suite.</summary>
    public string? Suite { get; init; }

    /// <summary>Postal code of the state.</summary>
    public required string State { get; init; }

    /// <summary>ZIP code as the source has it.</summary>
    public string? Zip { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Fax.</summary>
    public string? Fax { get; init; }

    /// <summary>Opening hours in the Member's own words.</summary>
    public string? Hours { get; init; }

    /// <summary>Degrees north.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }
}

internal sealed class LegislatorOfficeMapping : IEntityTypeConfiguration<LegislatorOffice>
{
    public void Configure(EntityTypeBuilder<LegislatorOffice> builder)
    {
        builder.Property(o => o.Bioguide).HasMaxLength(7);
        builder.Property(o => o.State).HasMaxLength(2).IsFixedLength();
        builder.HasIndex(o => o.Bioguide);
    }
}
