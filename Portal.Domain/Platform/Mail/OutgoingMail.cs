using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Platform.Mail;

/// <summary>A mail that has to go out. Written with the change it tells of; the sender job does the rest.</summary>
public sealed class OutgoingMail
{
    /// <summary>A version-7 id; the Message-ID is made of it, so a second copy is recognizable.</summary>
    public Guid Id { get; init; }

    /// <summary>The case it belongs to, if any.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The mail's type name.</summary>
    public required string Kind { get; init; }

    /// <summary>What makes it the same mail: queueing it again does nothing.</summary>
    public required string Key { get; init; }

    /// <summary>The address it goes to.</summary>
    public required string Recipient { get; init; }

    /// <summary>en or es.</summary>
    public required string Language { get; init; }

    /// <summary>The mail as JSON; codes in it are sealed.</summary>
    public required string Payload { get; init; }

    /// <summary>When it was queued, UTC.</summary>
    public DateTime QueuedAt { get; init; }

    /// <summary>Not to be tried before, UTC; null once it was sent or given up.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When the mail server took it, UTC.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>When it was given up, UTC; staff can retry it.</summary>
    public DateTime? FailedAt { get; set; }

    /// <summary>Why the last try failed, as <see cref="MailFailure"/> writes it.</summary>
    public string? LastError { get; set; }

    /// <summary>Puts it back in line after it was given up.</summary>
    public void TryAgain(DateTime now) => (FailedAt, Attempts, DueAt) = (null, 0, now);
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMail");
        mail.Property(m => m.Kind).HasMaxLength(80);
        mail.Property(m => m.Key).HasMaxLength(200);
        mail.Property(m => m.Recipient).HasMaxLength(320);
        mail.Property(m => m.Language).HasMaxLength(2);
        mail.Property(m => m.LastError).HasMaxLength(500);
        mail.HasIndex(m => m.Key).IsUnique();
        mail.HasIndex(m => m.DueAt);
        mail.HasIndex(m => m.FailedAt);
        mail.HasIndex(m => new { m.CaseId, m.Id });
    }
}
