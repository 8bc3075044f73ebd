using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Districts;

/// <summary>
/// A sitting Member of Congress, to whom people from elsewhere are sent. Replaced as a whole by each import.
/// Holds no party and no campaign data, on purpose: help must not depend on either.
/// </summary>
public sealed class Legislator
{
    /// <summary>Identifier in the Biographical Directory of Congress, such as "C000127".</summary>
    public required string Bioguide { get; init; }

    /// <summary>The name as the Member writes it.</summary>
    public required string FullName { get; init; }

    /// <summary>How Spanish addresses the Member.</summary>
    public Gender Gender { get; init; }

    /// <summary>House or Senate.</summary>
    public required Chamber Chamber { get; init; }

    /// <summary>Postal code of the state.</summary>
    public required string State { get; init; }

    /// <summary>District number, 0 for at-large, null for a Senator.</summary>
    public int? District { get; init; }

    /// <summary>Phone number of the Washington office.</summary>
    public string? Phone { get; init; }

    /// <summary>Website; http or https.</summary>
    public string? Url { get; init; }

    /// <summary>Address of the Washington office, in one line.</summary>
    public string? Address { get; init; }

    /// <summary>Page with the Member's contact form; http or https.</summary>
    public string? ContactForm { get; init; }

    /// <summary>Last day of the current term; in the past when the seat is between two Members.</summary>
    public required DateOnly TermEndsOn { get; init; }

    /// <summary>Offices at home.</summary>
    public List<LegislatorOffice> Offices { get; } = [];
}

internal sealed class LegislatorMapping : IEntityTypeConfiguration<Legislator>
{
    public void Configure(EntityTypeBuilder<Legislator> builder)
    {
        builder.HasKey(l => l.Bioguide);
        builder.Property(l => l.Bioguide).HasMaxLength(7);
        builder.Property(l => l.State).HasMaxLength(2).IsFixedLength();
        builder.HasIndex(l => new { l.State, l.District });
        builder.HasMany(l => l.Offices).WithOne().HasForeignKey(o => o.Bioguide).OnDelete(DeleteBehavior.Cascade);
    }
}
