using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>
/// A letter that hasn't gone out: somebody is writing it, it waits for a manager, or it's in the outbox for half a minute, where it can
/// be taken back. Its id becomes the id of the inquiry or follow-up.
/// </summary>
public sealed class LetterDraft : IVersioned
{
    /// <summary>How long an email waits in the outbox.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case, whose key protects it.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The inquiry it follows up on; null for a first letter.</summary>
    public Guid? InquiryId { get; init; }

    /// <summary>Who writes it.</summary>
    public Guid AuthorId { get; init; }

    /// <summary>The <see cref="LetterContent"/>.</summary>
    public required SealedText Content { get; set; }

    /// <summary>When it was last saved, UTC.</summary>
    public DateTime SavedAt { get; set; }

    /// <summary>When the email goes out, UTC; null while it's being written.</summary>
    public DateTime? SendAt { get; private set; }

    /// <summary>Who sends it; null while it's being written.</summary>
    public Guid? SentById { get; private set; }

    /// <summary>The address it was sent to, which mustn't change while it waits; null while it's being written.</summary>
    public SealedText? SendTo { get; private set; }

    /// <summary>Whether a manager sent it.</summary>
    public bool ByManager { get; private set; }

    /// <summary>Since when it waits for a manager, UTC; null when it doesn't.</summary>
    public DateTime? HeldSince { get; private set; }

    /// <summary>When it couldn't go out as it stood, UTC; null when it never came back.</summary>
    public DateTime? ReturnedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether it's in the outbox.</summary>
    public bool IsGoing => SendAt is not null;

    /// <summary>Puts it in the outbox.</summary>
    /// <param name="at">When it goes out, UTC.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="to">The address.</param>
    /// <param name="isManager">Whether that person may approve letters.</param>
    public void Send(DateTime at, Guid by, string to, bool isManager) =>
        (SendAt, SentById, SendTo, ByManager, HeldSince, ReturnedAt) = (at, by, to, isManager, null, null);

    /// <summary>Somebody changed it: what it waited for has to be looked at again.</summary>
    public void Change(string content, DateTime now) => (Content, SavedAt, HeldSince, ReturnedAt) = (content, now, null, null);

    /// <summary>Takes it out of the outbox.</summary>
    public void TakeBack() => (SendAt, SentById) = (null, null);

    /// <summary>It couldn't go out; somebody has to look at it.</summary>
    public void Return(DateTime now) => (SendAt, SentById, ReturnedAt) = (null, null, now);

    /// <summary>It waits for a manager.</summary>
    public void Hold(DateTime now) => (HeldSince, ReturnedAt) = (HeldSince ?? now, null);
}

internal sealed class LetterDraftMapping : IEntityTypeConfiguration<LetterDraft>
{
    public void Configure(EntityTypeBuilder<LetterDraft> draft)
    {
        draft.ToTable("LetterDraft");
        draft.Property(d => d.Id).ValueGeneratedNever();
        draft.HasIndex(d => d.CaseId);
        draft.HasIndex(d => d.SendAt);
        draft.HasIndex(d => d.HeldSince);
        draft.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
