using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Offices;

/// <summary>Days the office is closed, in addition to weekends and <see cref="FederalHolidays"/>.</summary>
public sealed class OfficeClosure
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 80;

    /// <summary>The longest closure in days, so a typo can't close the office for a year.</summary>
    public const int MaxDays = 31;

    /// <summary>A version-7 id, created when the form is first shown, so a double-click adds one closure.</summary>
    public Guid Id { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly FirstDay { get; init; }

    /// <summary>The last day; the same as the first for a single day.</summary>
    public DateOnly LastDay { get; init; }

    /// <summary>Its name in English.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in Spanish.</summary>
    public required string NameEs { get; init; }

    /// <summary>Every day from the first to the last.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, LastDay.DayNumber - FirstDay.DayNumber + 1).Select(FirstDay.AddDays);

    /// <summary>Its name in the reader's language.</summary>
    public string NameIn(string language) => language == "es" ? NameEs : Name;
}

internal sealed class OfficeClosureMapping : IEntityTypeConfiguration<OfficeClosure>
{
    public void Configure(EntityTypeBuilder<OfficeClosure> closure)
    {
        closure.ToTable("OfficeClosure");
        closure.Property(c => c.Id).ValueGeneratedNever();
        closure.Property(c => c.Name).HasMaxLength(OfficeClosure.MaxName);
        closure.Property(c => c.NameEs).HasMaxLength(OfficeClosure.MaxName);
        closure.Ignore(c => c.Days);
    }
}
