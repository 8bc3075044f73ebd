using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Districts;

/// <summary>One of a Member's offices at home.</summary>
public sealed class LegislatorOffice
{
    /// <summary>The source's identifier, such as "C000127-seattle"; stable across imports.</summary>
    public required string Id { get; init; }

    /// <summary>The Member's Bioguide identifier.</summary>
    public required string Bioguide { get; init; }

    /// <summary>The city; also the office's name in lists.</summary>
    public required string City { get; init; }

    /// <summary>Street address; null for an office open only by appointment.</summary>
    public string? Street { get; init; }

    /// <summary>Building and suite.</summary>
    public string? Suite { get; init; }

    /// <summary>The state's two-letter postal code.</summary>
    public required string State { get; init; }

    /// <summary>ZIP code as given in the source.</summary>
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
