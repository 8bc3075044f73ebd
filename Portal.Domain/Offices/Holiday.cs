using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Offices;

/// <summary>A day the office is closed.</summary>
public sealed class Holiday
{
    /// <summary>The day on which it is observed.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Its name in English.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in Spanish.</summary>
    public required string NameEs { get; init; }
}

internal sealed class HolidayMapping : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> holiday)
    {
        holiday.ToTable("Holiday").HasKey(h => h.Day);
        holiday.Property(h => h.Name).HasMaxLength(80);
        holiday.Property(h => h.NameEs).HasMaxLength(80);
    }
}
