using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.MassMail;

/// <summary>
/// Recognizes texts that say the same: letters only, so that another date, number, or line break doesn't make a new text.
/// </summary>
public static class TextMark
{
    /// <summary>The mark of a text in both languages.</summary>
    public static string Of(string english, string spanish)
    {
        var letters = $"{Letters(english)}|{Letters(spanish)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters)));
    }

    private static string Letters(string text) => string.Concat(PlainText.Fold(text).Where(char.IsLetter));
}

/// <summary>How many pieces of one text went out in one legislative year.</summary>
public sealed class MassCount : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The year the legislative year starts in.</summary>
    public int Year { get; init; }

    /// <summary>The text's mark.</summary>
    public required string TextMark { get; init; }

    /// <summary>What staff see it by: its first words.</summary>
    public required string Title { get; init; }

    /// <summary>Pieces nobody asked for.</summary>
    public int Unasked { get; set; }

    /// <summary>Pieces people asked for.</summary>
    public int Asked { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>The approval of a text as a mass communication.</summary>
public sealed class MassApproval
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The mark of the text that was approved.</summary>
    public required string TextMark { get; init; }

    /// <summary>The approval's number.</summary>
    public required string Number { get; init; }

    /// <summary>The day it was given.</summary>
    public DateOnly ApprovedOn { get; init; }

    /// <summary>Who gave it.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>Who recorded it.</summary>
    public Guid RecordedById { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; init; }
}

/// <summary>The kinds of elections.</summary>
public enum ElectionKind
{
    /// <summary>A primary or caucus.</summary>
    Primary,

    /// <summary>A general election.</summary>
    General,

    /// <summary>A special election.</summary>
    Special,

    /// <summary>A runoff.</summary>
    Runoff,
}

/// <summary>An election, as the office entered it.</summary>
public sealed class Election
{
    /// <summary>A version-7 id, created with the form.</summary>
    public Guid Id { get; init; }

    /// <summary>Election day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Its kind.</summary>
    public ElectionKind Kind { get; init; }

    /// <summary>Whether the Member is on the ballot. If not, there's no blackout.</summary>
    public bool OnBallot { get; init; }
}

/// <summary>An event for which mass communication is allowed although a limit would stop it.</summary>
public sealed class DisasterException
{
    /// <summary>The event, such as a surge.</summary>
    public Guid EventId { get; init; }

    /// <summary>Why, and who said so.</summary>
    public required string Reason { get; init; }

    /// <summary>Who recorded it.</summary>
    public Guid RecordedById { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; init; }
}

internal sealed class MassMailMapping :
    IEntityTypeConfiguration<MassCount>, IEntityTypeConfiguration<MassApproval>, IEntityTypeConfiguration<Election>, IEntityTypeConfiguration<DisasterException>
{
    public void Configure(EntityTypeBuilder<MassCount> count)
    {
        count.ToTable("MassCount");
        count.Property(c => c.Id).ValueGeneratedNever();
        count.Property(c => c.TextMark).HasMaxLength(64);
        count.Property(c => c.Title).HasMaxLength(160);
        count.HasIndex(c => new { c.Year, c.TextMark }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MassApproval> approval)
    {
        approval.ToTable("MassApproval");
        approval.Property(a => a.Id).ValueGeneratedNever();
        approval.Property(a => a.TextMark).HasMaxLength(64);
        approval.Property(a => a.Number).HasMaxLength(60);
        approval.Property(a => a.ApprovedBy).HasMaxLength(120);
        approval.HasIndex(a => a.TextMark);
    }

    public void Configure(EntityTypeBuilder<Election> election)
    {
        election.ToTable("Election");
        election.Property(e => e.Id).ValueGeneratedNever();
        election.HasIndex(e => e.Day);
    }

    public void Configure(EntityTypeBuilder<DisasterException> exception)
    {
        exception.ToTable("DisasterException").HasKey(e => e.EventId);
        exception.Property(e => e.EventId).ValueGeneratedNever();
        exception.Property(e => e.Reason).HasMaxLength(1000);
    }
}
