using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Whom a letter waits for.</summary>
public enum LetterHold
{
    /// <summary>A second person, who reads it and sends it.</summary>
    Colleague,

    /// <summary>A casework manager, who approves it by sending it.</summary>
    Manager,

    /// <summary>The Member, who signs it.</summary>
    Signature,
}

/// <summary>
/// A letter that hasn't gone out: somebody is writing it, it waits for another person, or it's in the outbox for half a minute, where it can
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

    /// <summary>Whether somebody sent it who wrote none of it, after its author had submitted it.</summary>
    public bool ByAnother { get; private set; }

    /// <summary>Who changed what it says last; null while only its author has written it.</summary>
    public Guid? ChangedById { get; private set; }

    /// <summary>Since when it waits for another person, UTC; null when it doesn't.</summary>
    public DateTime? HeldSince { get; private set; }

    /// <summary>Whom it waits for; null when it waits for nobody.</summary>
    public LetterHold? HeldFor { get; private set; }

    /// <summary>The PDF that was printed for the signature, which is the one that goes out; null when none was.</summary>
    public string? PrintedName { get; private set; }

    /// <summary>That PDF's SHA-256.</summary>
    public string? PrintedSha256 { get; private set; }

    /// <summary>Its length in bytes.</summary>
    public long? PrintedLength { get; private set; }

    /// <summary>When staff recorded that the Member signed it as it stands, UTC; null while unsigned.</summary>
    public DateTime? SignedAt { get; private set; }

    /// <summary>Who sent it back instead of sending it; null when no one did.</summary>
    public Guid? SentBackById { get; private set; }

    /// <summary>What that person wants changed.</summary>
    public SealedText? SentBackWhy { get; private set; }

    /// <summary>When it couldn't go out as it stood, UTC; null when it never came back.</summary>
    public DateTime? ReturnedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether it's to stay as it is: somebody else is reading it, or the Member signed it.</summary>
    public bool IsSettled => HeldSince is not null || SignedAt is not null;

    /// <summary>Who wrote it last, and so can't review it.</summary>
    public Guid LastWriterId => ChangedById ?? AuthorId;

    /// <summary>The PDF that was printed for the signature; null when none was.</summary>
    public StoredBlob? Printed => PrintedName is { } name ? new(name, PrintedSha256!, PrintedLength!.Value) : null;

    /// <summary>Whether it's in the outbox.</summary>
    public bool IsGoing => SendAt is not null;

    /// <summary>Puts it in the outbox.</summary>
    /// <param name="at">When it goes out, UTC.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="to">The address.</param>
    /// <param name="sender">What that person may do.</param>
    public void Send(DateTime at, Guid by, string to, LetterSender sender)
    {
        (SendAt, SentById, SendTo, HeldSince, HeldFor, ReturnedAt) = (at, by, to, null, null, null);
        (ByManager, ByAnother, SentBackById, SentBackWhy) = (sender.IsManager, sender.IsAnother, null, null);
    }

    /// <summary>Somebody saved it. If it says something else now, whoever it waited for has to look at it again.</summary>
    public void Change(LetterContent content, Guid by, DateTime now)
    {
        if (!content.SaysTheSameAs(LetterContent.Read(Content)))
        {
            (ChangedById, HeldSince, HeldFor, SignedAt, SentBackById, SentBackWhy) = (by, null, null, null, null, null);
            (PrintedName, PrintedSha256, PrintedLength) = (null, null, null);
        }

        (Content, SavedAt, ReturnedAt) = (content.Write(), now, null);
    }

    /// <summary>It was printed for the signature.</summary>
    public void Print(StoredBlob pdf) => (PrintedName, PrintedSha256, PrintedLength) = (pdf.Name, pdf.Sha256, pdf.Length);

    /// <summary>It waits for no one anymore, because the case is closed.</summary>
    public void Release() => (HeldSince, HeldFor) = (null, null);

    /// <summary>Staff recorded that the Member signed it.</summary>
    public void Sign(DateTime now) => (SignedAt, HeldSince, HeldFor) = (now, null, null);

    /// <summary>The person it waited for wants it changed.</summary>
    public void SendBack(Guid by, string why) => (SentBackById, SentBackWhy, HeldSince, HeldFor, SignedAt) = (by, why, null, null, null);

    /// <summary>Takes it out of the outbox.</summary>
    public void TakeBack() => (SendAt, SentById) = (null, null);

    /// <summary>It couldn't go out; somebody has to look at it.</summary>
    public void Return(DateTime now) => (SendAt, SentById, ReturnedAt) = (null, null, now);

    /// <summary>It waits for another person.</summary>
    public void Hold(LetterHold hold, DateTime now) =>
        (HeldSince, HeldFor, ReturnedAt, SentBackById, SentBackWhy) = (HeldSince ?? now, hold, null, null, null);
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
        draft.HasIndex(d => d.SignedAt);
        draft.HasIndex(d => d.SentBackById);
        draft.HasIndex(d => d.ReturnedAt);
        draft.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
