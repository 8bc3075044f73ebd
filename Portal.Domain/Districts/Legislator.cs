using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Districts;

/// <summary>
/// A sitting Member of Congress we can refer people to. Each import replaces all of them.
/// Deliberately holds no party or campaign data, because help must not depend on either.
/// </summary>
public sealed class Legislator
{
    /// <summary>Identifier in the Biographical Directory of Congress, such as "C000127".</summary>
    public required string Bioguide { get; init; }

    /// <summary>The name as the Member writes it.</summary>
    public required string FullName { get; init; }

    /// <summary>The Member's gender, for titles in Spanish.</summary>
    public Gender Gender { get; init; }

    /// <summary>House or Senate.</summary>
    public required Chamber Chamber { get; init; }

    /// <summary>The state's two-letter postal code.</summary>
    public required string State { get; init; }

    /// <summary>District number, 0 for at-large, null for a Senator.</summary>
    public int? District { get; init; }

    /// <summary>The Washington office's phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Website; http or https.</summary>
    public string? Url { get; init; }

    /// <summary>The Washington office's address on one line.</summary>
    public string? Address { get; init; }

    /// <summary>The page with the Member's contact form; http or https.</summary>
    public string? ContactForm { get; init; }

    /// <summary>The last day of the current term; in the past if the seat is vacant or the data is old.</summary>
    public required DateOnly TermEndsOn { get; init; }

    /// <summary>The Member's offices at home.</summary>
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
