using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Messages;

/// <summary>A message to or from the constituent. Staff-only text is a separate type, <see cref="CaseNote"/>.</summary>
public sealed class Message
{
    /// <summary>The longest message, in characters.</summary>
    public const int MaxLength = 10_000;

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Who wrote it; System for automatic updates.</summary>
    public ActorKind From { get; init; }

    /// <summary>The staff member who wrote it; null for others.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>The text as typed.</summary>
    public required SealedText Body { get; init; }

    /// <summary>
    /// The address it came from by email, which no code confirmed: anyone could have written it. Null when it was written on the site.
    /// </summary>
    public SealedText? EmailedFrom { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public DateTime SentAt { get; init; }
}

/// <summary>A note that only staff can read.</summary>
public sealed class CaseNote
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Who wrote it.</summary>
    public Guid AuthorId { get; init; }

    /// <summary>The text as typed.</summary>
    public required SealedText Body { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime WrittenAt { get; init; }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>, IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("Message");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.HasIndex(m => new { m.CaseId, m.Id });
        message.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseNote> note)
    {
        note.ToTable("CaseNote");
        note.Property(n => n.Id).ValueGeneratedNever();
        note.HasIndex(n => new { n.CaseId, n.Id });
        note.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
