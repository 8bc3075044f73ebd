using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.Writing;

/// <summary>
/// What a member of staff has typed in a form of a case and not sent: one for each person, case, and form. Nobody else can read it, and
/// nothing is said to anyone until the form is sent, so it isn't part of the activity record.
/// </summary>
public sealed class CaseDraft : IVersioned
{
    /// <summary>The longest name of a form.</summary>
    public const int LongestForm = 120;

    /// <summary>The most that can be kept, in characters.</summary>
    public const int Longest = 60_000;

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Who types.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>The form, by the part of its address after the case, such as "message".</summary>
    public required string Form { get; init; }

    /// <summary>The form's fields as JSON.</summary>
    public required SealedText Fields { get; set; }

    /// <summary>When it was last kept, UTC.</summary>
    public DateTime SavedAt { get; set; }

    /// <summary>
    /// The idempotency key of the form that was sent or discarded; null while there's something to come back to. What that form still
    /// saves on its way out isn't kept anymore.
    /// </summary>
    public Guid? EndedKey { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>
/// Who has a case open. Written by the open page itself twice a minute and worth nothing after a minute, so it isn't part of the activity
/// record either; opening a case is.
/// </summary>
public sealed class CasePresence
{
    /// <summary>A page that hasn't been heard of for this long is closed.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(70);

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Who.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>When the page was last heard of, UTC.</summary>
    public DateTime SeenAt { get; set; }

    /// <summary>The form they type in, as <see cref="CaseDraft.Form"/>; null while they only read.</summary>
    public string? Form { get; set; }
}

internal static class DraftLoading
{
    /// <summary>The row of somebody's form of a case; null when they never kept or sent anything there.</summary>
    public static Task<CaseDraft?> FindDraftAsync(this IQueryable<CaseDraft> drafts, Guid caseId, Guid? staff, string form, CancellationToken cancellation) =>
        drafts.SingleOrDefaultAsync(d => d.CaseId == caseId && d.StaffId == staff && d.Form == form, cancellation);
}

internal sealed class CaseDraftMapping : IEntityTypeConfiguration<CaseDraft>, IEntityTypeConfiguration<CasePresence>
{
    public void Configure(EntityTypeBuilder<CaseDraft> draft)
    {
        draft.ToTable("CaseDraft");
        draft.Property(d => d.Id).ValueGeneratedNever();
        draft.Property(d => d.Form).HasMaxLength(CaseDraft.LongestForm);
        draft.HasIndex(d => new { d.CaseId, d.StaffId, d.Form }).IsUnique();
        draft.HasIndex(d => d.StaffId);
        draft.HasIndex(d => d.SavedAt);
        draft.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Cascade);
        draft.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CasePresence> presence)
    {
        presence.ToTable("CasePresence").HasKey(p => new { p.CaseId, p.StaffId });
        presence.Property(p => p.Form).HasMaxLength(CaseDraft.LongestForm);
        presence.HasIndex(p => p.SeenAt);
        presence.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
        presence.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
