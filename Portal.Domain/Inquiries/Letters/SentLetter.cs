using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>A letter as it went to an agency: its text, its PDF, who sent it, to whom, and how. It never changes.</summary>
public sealed class SentLetter
{
    /// <summary>The id of the inquiry or follow-up that it is.</summary>
    public Guid Id { get; init; }

    /// <summary>The case, whose key protects it.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The inquiry it belongs to; the same as <see cref="Id"/> for a first letter.</summary>
    public Guid InquiryId { get; init; }

    /// <summary>The contact it went to; null when it went to none in the directory.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>The addressee as printed.</summary>
    public required SealedText Addressee { get; init; }

    /// <summary>The email address or fax number it went to; null when it went otherwise.</summary>
    public SealedText? SentTo { get; init; }

    /// <summary>How it went out.</summary>
    public InquiryMethod Method { get; init; }

    /// <summary>The template it was made from, with its version.</summary>
    public required string Template { get; init; }

    /// <summary>The <see cref="LetterContent"/> as it went out.</summary>
    public required SealedText Content { get; init; }

    /// <summary>The PDF in the document store: letter, releases, and documents, in this order.</summary>
    public required string StoredName { get; init; }

    /// <summary>SHA-256 of the PDF, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The length of the PDF, in bytes.</summary>
    public long Length { get; init; }

    /// <summary>When it went out, UTC.</summary>
    public DateTime SentAt { get; init; }

    /// <summary>Who sent it.</summary>
    public Guid SentById { get; init; }
}

/// <summary>Somebody let stand what a guard found in a letter, and said why.</summary>
public sealed class GuardOverride
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The letter.</summary>
    public Guid LetterId { get; init; }

    /// <summary>The case, whose key protects the reason.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The guard's code.</summary>
    public required string Guard { get; init; }

    /// <summary>The words it found; null when it found none.</summary>
    public SealedText? Words { get; init; }

    /// <summary>Why they may stay.</summary>
    public required SealedText Reason { get; init; }
}

/// <summary>Finds letters that went out.</summary>
internal static class SentLetters
{
    /// <summary>Whether a letter of a case went out.</summary>
    public static Task<bool> IsLetterSentAsync(this PortalDb db, Guid caseId, Guid letterId, CancellationToken cancellation) =>
        db.Set<SentLetter>().AnyAsync(l => l.Id == letterId && l.CaseId == caseId, cancellation);
}

internal sealed class SentLetterMapping : IEntityTypeConfiguration<SentLetter>, IEntityTypeConfiguration<GuardOverride>
{
    public void Configure(EntityTypeBuilder<SentLetter> letter)
    {
        letter.ToTable("SentLetter");
        letter.Property(l => l.Id).ValueGeneratedNever();
        letter.Property(l => l.Template).HasMaxLength(80);
        letter.Property(l => l.StoredName).HasMaxLength(80);
        letter.Property(l => l.Sha256).HasMaxLength(64);
        letter.HasIndex(l => new { l.CaseId, l.Id });
        letter.HasIndex(l => l.StoredName);
        letter.HasOne<Case>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<GuardOverride> found)
    {
        found.ToTable("GuardOverride");
        found.Property(f => f.Id).ValueGeneratedNever();
        found.Property(f => f.Guard).HasMaxLength(40);
        found.HasIndex(f => f.Guard);
        found.HasIndex(f => f.CaseId);
    }
}
