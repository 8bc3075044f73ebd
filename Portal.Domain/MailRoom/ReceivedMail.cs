using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.MailRoom;

/// <summary>Where an email that arrived stands.</summary>
public enum MailState
{
    /// <summary>Stored, and not yet looked at.</summary>
    New,

    /// <summary>Waits in the mail room for somebody to file it.</summary>
    Waiting,

    /// <summary>Filed.</summary>
    Filed,

    /// <summary>Not casework. It's erased after 30 days.</summary>
    SetAside,
}

/// <summary>What an email was filed as.</summary>
public enum FiledAs
{
    /// <summary>An agency's answer, which somebody has to confirm.</summary>
    AgencyAnswer,

    /// <summary>A message from the constituent, which came by email and isn't confirmed.</summary>
    Message,

    /// <summary>Documents of the case and nothing more.</summary>
    FileOnly,

    /// <summary>A report that an email of ours didn't arrive.</summary>
    DeliveryProblem,
}

/// <summary>Why an email wasn't filed by itself.</summary>
public enum WaitReason
{
    /// <summary>It answers none of our emails, has no reference, and its sender isn't known.</summary>
    Unknown,

    /// <summary>An agency sent it, and it doesn't say about which case.</summary>
    AgencyWithoutCase,

    /// <summary>Somebody with a case sent it, and it doesn't say about which.</summary>
    PersonWithoutCase,

    /// <summary>It's about a case, and its sender is neither the constituent nor the agency we asked.</summary>
    OtherSender,

    /// <summary>It names several cases, or the case has several inquiries it could answer.</summary>
    Several,

    /// <summary>An agency's system sent it, such as an out-of-office reply or a receipt.</summary>
    Automatic,

    /// <summary>It reports about an email we don't know.</summary>
    UnknownReport,

    /// <summary>The server that received it found that its sender isn't who it says.</summary>
    Forged,

    /// <summary>It couldn't be read, or it's too large.</summary>
    Unreadable,

    /// <summary>The case can't take one of its files, such as one with a password.</summary>
    Files,

    /// <summary>Somebody took it back from where it was filed.</summary>
    TakenBack,
}

/// <summary>
/// An email that arrived in the office's mailbox, kept as it came. It has a key of its own, because most of it belongs to a case only
/// once it's filed; erasing that key erases it.
/// </summary>
public sealed class ReceivedMail : IVersioned
{
    /// <summary>Days after which an email that isn't casework is erased.</summary>
    public const int DaysAside = 30;

    /// <summary>The largest email that's read whole, in bytes.</summary>
    public const long MostBytes = 60 * 1024 * 1024;

    /// <summary>A version-7 id; also the owner of its key.</summary>
    public Guid Id { get; init; }

    /// <summary>The blind index of its digest: the same email arriving twice is one.</summary>
    public required string DigestIndex { get; init; }

    /// <summary>When the mail server received it, UTC.</summary>
    public DateTime ArrivedAt { get; init; }

    /// <summary>When it was stored, UTC.</summary>
    public DateTime StoredAt { get; init; }

    /// <summary>The sender's address as given.</summary>
    public required SealedText From { get; init; }

    /// <summary>The sender's name as given.</summary>
    public required SealedText FromName { get; init; }

    /// <summary>The subject.</summary>
    public required SealedText Subject { get; init; }

    /// <summary>What it says.</summary>
    public required SealedText Text { get; init; }

    /// <summary>The names of its files, one per line.</summary>
    public required SealedText FileNames { get; init; }

    /// <summary>The names of files that couldn't be filed, one per line; null when all could.</summary>
    public SealedText? LeftOut { get; private set; }

    /// <summary>The email as it arrived, in the document store.</summary>
    public required string StoredName { get; init; }

    /// <summary>False when it was too large and only its headers are kept.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether a program wrote it.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Where it stands.</summary>
    public MailState State { get; private set; }

    /// <summary>Why it waits; null while it doesn't.</summary>
    public WaitReason? Why { get; private set; }

    /// <summary>When it was filed or set aside, UTC.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Who did that; null when it happened by itself.</summary>
    public Guid? SettledById { get; private set; }

    /// <summary>What it was filed as.</summary>
    public FiledAs? As { get; private set; }

    /// <summary>The case it was filed on.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>The inquiry it answers.</summary>
    public Guid? InquiryId { get; private set; }

    /// <summary>The message it became.</summary>
    public Guid? MessageId { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>It waits for somebody.</summary>
    public void Wait(WaitReason why) =>
        (State, Why, SettledAt, SettledById, As, CaseId, InquiryId, MessageId) = (MailState.Waiting, why, null, null, null, null, null, null);

    /// <summary>It was filed on a case.</summary>
    public void File(FiledAs filed, Guid? caseId, DateTime now, Guid? by) =>
        (State, Why, As, CaseId, SettledAt, SettledById) = (MailState.Filed, null, filed, caseId, now, by);

    /// <summary>These files couldn't be filed.</summary>
    public void LeaveOut(IReadOnlyList<string> names) => LeftOut = names.Count == 0 ? null : string.Join('\n', names.Select(n => n.ReplaceLineEndings(" ")));

    /// <summary>The inquiry it answers.</summary>
    public void Answer(Guid inquiry) => InquiryId = inquiry;

    /// <summary>The message it became.</summary>
    public void Become(Guid message) => MessageId = message;

    /// <summary>It isn't casework.</summary>
    public void SetAside(DateTime now, Guid? by) => (State, Why, SettledAt, SettledById) = (MailState.SetAside, null, now, by);
}

/// <summary>A case that an email may belong to.</summary>
public sealed class MailProposal
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The email.</summary>
    public Guid MailId { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The inquiry it may answer.</summary>
    public Guid? InquiryId { get; init; }

    /// <summary>What it would be filed as.</summary>
    public FiledAs As { get; init; }

    /// <summary>What points to the case.</summary>
    public ProposalReason Why { get; init; }

    /// <summary>Its place among the proposals for the email; 0 is the likeliest.</summary>
    public int Rank { get; init; }
}

/// <summary>What points from an email to a case.</summary>
public enum ProposalReason
{
    /// <summary>It answers an email of ours about the case.</summary>
    AnswersOurs,

    /// <summary>Its subject has the case's reference.</summary>
    Reference,

    /// <summary>We wrote to this sender about the case.</summary>
    WroteTo,

    /// <summary>It names the person, and we're asking this agency.</summary>
    NamesPerson,

    /// <summary>It comes from the address of the case.</summary>
    FromPerson,
}

internal sealed class ReceivedMailMapping : IEntityTypeConfiguration<ReceivedMail>, IEntityTypeConfiguration<MailProposal>
{
    public void Configure(EntityTypeBuilder<ReceivedMail> mail)
    {
        mail.ToTable("ReceivedMail");
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.SealedFor(m => m.Id);
        mail.Property(m => m.DigestIndex).HasMaxLength(64);
        mail.Property(m => m.StoredName).HasMaxLength(80);
        mail.HasIndex(m => m.DigestIndex).IsUnique();
        mail.HasIndex(m => m.StoredName);
        mail.HasIndex(m => new { m.State, m.Id });
        mail.HasIndex(m => new { m.State, m.SettledAt });
        mail.HasIndex(m => new { m.CaseId, m.Id });
        mail.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MailProposal> proposal)
    {
        proposal.ToTable("MailProposal");
        proposal.Property(p => p.Id).ValueGeneratedNever();
        proposal.HasIndex(p => new { p.MailId, p.Rank });
        proposal.HasIndex(p => p.CaseId);
        proposal.HasOne<ReceivedMail>().WithMany().HasForeignKey(p => p.MailId).OnDelete(DeleteBehavior.Cascade);
        proposal.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
