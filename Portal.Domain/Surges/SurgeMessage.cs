using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Surges;

/// <summary>To whom a message of a surge goes.</summary>
public enum SurgeMessageKind
{
    /// <summary>To the people of its cases, on their case pages.</summary>
    Reply,

    /// <summary>To those who asked for its news, by email.</summary>
    News,
}

/// <summary>A message to many people of a surge. It's a draft until it's sent.</summary>
public sealed class SurgeMessage : IVersioned
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 4_000;

    /// <summary>The longest subject, in characters.</summary>
    public const int LongestSubject = 100;

    /// <summary>A version-7 id, created with the form.</summary>
    public Guid Id { get; init; }

    /// <summary>The surge.</summary>
    public Guid SurgeId { get; init; }

    /// <summary>To whom it goes.</summary>
    public SurgeMessageKind Kind { get; init; }

    /// <summary>The email's subject in English; null for a reply.</summary>
    public SealedText? Subject { get; set; }

    /// <summary>The same in Spanish.</summary>
    public SealedText? SubjectEs { get; set; }

    /// <summary>The text in English.</summary>
    public required SealedText Text { get; set; }

    /// <summary>The same in Spanish.</summary>
    public required SealedText TextEs { get; set; }

    /// <summary>Whether it's about what the people asked for. Anything else is unasked and counts as mass communication.</summary>
    public bool AsAsked { get; set; }

    /// <summary>The mark of the text, by which identical texts are counted.</summary>
    public required string TextMark { get; set; }

    /// <summary>Who wrote it last.</summary>
    public Guid WrittenById { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime WrittenAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The text in the person's language.</summary>
    public string TextIn(string language) => language == "es" ? TextEs : Text;

    /// <summary>Seals it anew, after the master key was changed.</summary>
    public void Reseal() => (Subject, SubjectEs, Text, TextEs) = (Subject?.Text, SubjectEs?.Text, Text.Text, TextEs.Text);
}

/// <summary>Somebody sent the message: a job brings it to each person. There's one for each message, so it can't be sent twice.</summary>
public sealed class SurgeSending
{
    /// <summary>The message.</summary>
    public Guid MessageId { get; init; }

    /// <summary>Who sent it.</summary>
    public Guid SentById { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime SentAt { get; init; }

    /// <summary>How many people it goes to.</summary>
    public int People { get; init; }

    /// <summary>When the last one was reached, UTC; null until then.</summary>
    public DateTime? DoneAt { get; set; }
}

/// <summary>Why a person doesn't get a reply.</summary>
public enum LeftOut
{
    /// <summary>Somebody took the case off the list.</summary>
    ByHand,

    /// <summary>The case is closed.</summary>
    Closed,

    /// <summary>There's no email address, so nobody would tell them that there's something to read.</summary>
    NoEmail,

    /// <summary>The person hasn't confirmed what staff wrote down.</summary>
    NotConfirmed,

    /// <summary>The person may be in danger and needs a call, not a circular.</summary>
    InDanger,
}

/// <summary>What became of a message for one person: of a case, or of the news list.</summary>
public sealed class SurgePiece
{
    /// <summary>A version-7 id; also the id of the message in the case.</summary>
    public Guid Id { get; init; }

    /// <summary>The message.</summary>
    public Guid MessageId { get; init; }

    /// <summary>The case or the subscriber.</summary>
    public Guid PersonId { get; init; }

    /// <summary>When it was sent, UTC; null while it waits.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>Why it wasn't; null when it was or waits.</summary>
    public LeftOut? LeftOut { get; set; }

    /// <summary>Why a case gets no reply; null when it does.</summary>
    public static LeftOut? ReasonFor(Case @case) =>
        @case.IsClosed ? Surges.LeftOut.Closed
        : @case.Danger is not null ? Surges.LeftOut.InDanger
        : !@case.IsConfirmed ? Surges.LeftOut.NotConfirmed
        : @case.ContactEmail is null ? Surges.LeftOut.NoEmail
        : null;
}

internal sealed class SurgeMessageMapping : IEntityTypeConfiguration<SurgeMessage>, IEntityTypeConfiguration<SurgeSending>, IEntityTypeConfiguration<SurgePiece>
{
    public void Configure(EntityTypeBuilder<SurgeMessage> message)
    {
        message.ToTable("SurgeMessage");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.SealedForNoCase();
        message.Property(m => m.TextMark).HasMaxLength(64);
        message.HasIndex(m => new { m.SurgeId, m.Id });
        message.HasOne<Surge>().WithMany().HasForeignKey(m => m.SurgeId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SurgeSending> sending)
    {
        sending.ToTable("SurgeSending").HasKey(s => s.MessageId);
        sending.Property(s => s.MessageId).ValueGeneratedNever();
        sending.HasIndex(s => s.DoneAt);
    }

    public void Configure(EntityTypeBuilder<SurgePiece> piece)
    {
        piece.ToTable("SurgePiece");
        piece.Property(p => p.Id).ValueGeneratedNever();
        piece.HasIndex(p => new { p.MessageId, p.PersonId }).IsUnique();
        piece.HasIndex(p => new { p.MessageId, p.Id }).HasFilter("\"SentAt\" IS NULL AND \"LeftOut\" IS NULL");
    }
}
