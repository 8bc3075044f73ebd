using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Constituents;

/// <summary>A person the office helps.</summary>
public sealed class Constituent
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The blind index of name and date of birth, to recognize a returning constituent; null without a date of birth.</summary>
    public string? IdentityIndex { get; init; }

    /// <summary>When the person first asked for help, UTC.</summary>
    public DateTime FirstSeenAt { get; init; }
}

internal sealed class ConstituentMapping : IEntityTypeConfiguration<Constituent>
{
    public void Configure(EntityTypeBuilder<Constituent> person)
    {
        person.ToTable("Constituent");
        person.Property(p => p.IdentityIndex).HasMaxLength(64);
        person.HasIndex(p => p.IdentityIndex);
    }
}
