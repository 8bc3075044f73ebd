using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Mail;

/// <summary>An email to send. It's saved with the change it reports, and the sender job does the rest.</summary>
public sealed class OutgoingMail
{
    /// <summary>A version-7 id. The Message-ID contains it, so a duplicate is recognizable.</summary>
    public Guid Id { get; init; }

    /// <summary>The case it belongs to, if any.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The email's type name.</summary>
    public required string Kind { get; init; }

    /// <summary>Identifies the email, so that queueing it again has no effect.</summary>
    public required string Key { get; init; }

    /// <summary>The event or row that it reports; null for a key of another form.</summary>
    public Guid? Cause => CauseOf(Key);

    /// <summary>What caused an email, from its key; null when nothing with an id did.</summary>
    public static Guid? CauseOf(string key) => key.Split('/') is [_, var cause, ..] && Guid.TryParseExact(cause, "N", out var id) ? id : null;

    /// <summary>The address it goes to.</summary>
    public required SealedText Recipient { get; set; }

    /// <summary>The blind index of that address, to tell whether a later email arrived there.</summary>
    public required string RecipientIndex { get; set; }

    /// <summary>en or es.</summary>
    public required string Language { get; init; }

    /// <summary>The email as JSON; codes in it are sealed once more.</summary>
    public required SealedText Payload { get; set; }

    /// <summary>When it was queued, UTC.</summary>
    public DateTime QueuedAt { get; init; }

    /// <summary>When to try next, UTC; null once it was sent or given up.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>The number of attempts.</summary>
    public int Attempts { get; set; }

    /// <summary>When the mail server accepted it, UTC.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>When it was given up, UTC; staff can retry it.</summary>
    public DateTime? FailedAt { get; set; }

    /// <summary>Why the last attempt failed, as <see cref="MailFailure"/> writes it.</summary>
    public string? LastError { get; set; }

    /// <summary>Seals it anew, which a row of no case needs when the master key was changed.</summary>
    public void Reseal() => (Recipient, Payload) = (Recipient.Text, Payload.Text);

    /// <summary>Sends it to another address instead, now. It mustn't have been sent.</summary>
    public void Redirect(string recipient, string recipientIndex, DateTime now)
    {
        (Recipient, RecipientIndex) = (recipient, recipientIndex);
        TryAgain(now);
    }

    /// <summary>A mail server that had accepted it gave it back.</summary>
    public void Return(DateTime now, MailFailure why) => (SentAt, DueAt, FailedAt, LastError) = (null, null, now, why.ToString());

    /// <summary>Queues it again after it was given up.</summary>
    public void TryAgain(DateTime now) => (FailedAt, Attempts, DueAt) = (null, 0, now);
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMail");
        mail.Property(m => m.Kind).HasMaxLength(80);
        mail.Property(m => m.Key).HasMaxLength(200);
        mail.Property(m => m.RecipientIndex).HasMaxLength(64);
        mail.Property(m => m.Language).HasMaxLength(2);
        mail.Property(m => m.LastError).HasMaxLength(500);
        mail.Ignore(m => m.Cause);
        mail.HasIndex(m => m.Key).IsUnique();
        mail.HasIndex(m => m.DueAt);
        mail.HasIndex(m => m.FailedAt);
        mail.HasIndex(m => new { m.CaseId, m.Id });
    }
}
