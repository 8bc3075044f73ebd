using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Surges;

/// <summary>An event that brings many people at once, such as a disaster or a shutdown. Its cases are the ones about its topic since its first day.</summary>
public sealed class Surge : IVersioned
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 80;

    /// <summary>The longest text of the banner, in characters.</summary>
    public const int LongestBanner = 300;

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>Its name in English.</summary>
    public required string Name { get; set; }

    /// <summary>Its name in Spanish.</summary>
    public required string NameEs { get; set; }

    /// <summary>What the public site says, in English.</summary>
    public required string Banner { get; set; }

    /// <summary>The same in Spanish.</summary>
    public required string BannerEs { get; set; }

    /// <summary>The code of the topic that requests go to.</summary>
    public required string TopicCode { get; set; }

    /// <summary>The ZIP codes concerned; empty for everywhere.</summary>
    public List<string> Zips { get; set; } = [];

    /// <summary>The first day.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>The last day of the banner; null until somebody closes the surge.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>When it was closed, UTC; null while it's open.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The name in the reader's language.</summary>
    public string NameIn(string language) => language == "es" ? NameEs : Name;

    /// <summary>The text of the banner in the reader's language.</summary>
    public string BannerIn(string language) => language == "es" ? BannerEs : Banner;

    /// <summary>Whether the public site shows it.</summary>
    public bool IsShown(DateOnly today) => ClosedAt is null && StartsOn <= today && (EndsOn is null || EndsOn >= today);

    /// <summary>Its cases.</summary>
    /// <param name="cases">All cases.</param>
    /// <param name="from">The start of the first day, UTC.</param>
    public IQueryable<Case> In(IQueryable<Case> cases, DateTime from)
    {
        var (topic, zips, closed) = (TopicCode, Zips, ClosedAt);
        cases = cases.Where(c => c.TopicCode == topic && c.ReceivedAt >= from);
        if (closed is not null)
            cases = cases.Where(c => c.ReceivedAt <= closed);
        return zips.Count == 0 ? cases : cases.Where(c => c.Zip != null && zips.Contains(c.Zip));
    }
}

internal sealed class SurgeMapping : IEntityTypeConfiguration<Surge>
{
    public void Configure(EntityTypeBuilder<Surge> surge)
    {
        surge.ToTable("Surge");
        surge.Property(s => s.Id).ValueGeneratedNever();
        surge.Property(s => s.Name).HasMaxLength(Surge.LongestName * 2);
        surge.Property(s => s.NameEs).HasMaxLength(Surge.LongestName * 2);
        surge.Property(s => s.Banner).HasMaxLength(Surge.LongestBanner * 2);
        surge.Property(s => s.BannerEs).HasMaxLength(Surge.LongestBanner * 2);
        surge.Property(s => s.TopicCode).HasMaxLength(80);
        surge.HasIndex(s => s.ClosedAt);
    }
}
