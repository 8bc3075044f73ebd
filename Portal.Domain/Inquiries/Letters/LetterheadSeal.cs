using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Offices;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>The seal on the office's letterhead. Apart from the office, because that is read for every page.</summary>
public sealed class LetterheadSeal
{
    /// <summary>The most bytes of the picture.</summary>
    public const int MostBytes = 500_000;

    /// <summary>The most pixels to a side, because every letter decodes it anew.</summary>
    public const int MostPixels = 1000;

    /// <summary>Always <see cref="Office.OnlyId"/>.</summary>
    public int Id { get; private set; } = Office.OnlyId;

    /// <summary>A PNG or JPEG picture.</summary>
    public required byte[] Picture { get; set; }
}

internal sealed class LetterheadSealMapping : IEntityTypeConfiguration<LetterheadSeal>
{
    public void Configure(EntityTypeBuilder<LetterheadSeal> seal)
    {
        seal.ToTable("LetterheadSeal");
        seal.Property(s => s.Id).ValueGeneratedNever();
    }
}
