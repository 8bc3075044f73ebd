using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Offices;

/// <summary>A location where the office receives people and mail.</summary>
public sealed class OfficeLocation
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Always <see cref="Office.OnlyId"/>.</summary>
    public int OfficeId { get; private set; } = Office.OnlyId;

    /// <summary>The office in the imported legislator data this row is updated from; null when entered by hand.</summary>
    public string? SourceId { get; init; }

    /// <summary>The name in lists, usually the city.</summary>
    public string Label { get; set; } = "";

    /// <summary>Street address.</summary>
    public string? Street { get; set; }

    /// <summary>Building and suite.</summary>
    public string? Suite { get; set; }

    /// <summary>City.</summary>
    public string City { get; set; } = "";

    /// <summary>The state's two-letter postal code.</summary>
    public string State { get; set; } = "";

    /// <summary>ZIP code.</summary>
    public string? Zip { get; set; }

    /// <summary>Phone number, as <c>PhoneNumber.Stored</c>.</summary>
    public string? Phone { get; set; }

    /// <summary>Fax.</summary>
    public string? Fax { get; set; }

    /// <summary>Opening hours in words.</summary>
    public string? Hours { get; set; }

    /// <summary>Degrees north.</summary>
    public double? Latitude { get; set; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; set; }
}

internal sealed class OfficeLocationMapping : IEntityTypeConfiguration<OfficeLocation>
{
    public void Configure(EntityTypeBuilder<OfficeLocation> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.State).HasMaxLength(2).IsFixedLength();
        builder.HasIndex(l => l.OfficeId);
    }
}
