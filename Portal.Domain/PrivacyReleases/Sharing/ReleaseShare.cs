using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.PrivacyReleases.Sharing;

/// <summary>A link by which somebody at an agency can open exactly one sealed release, for some days.</summary>
public sealed class ReleaseShare : IVersioned
{
    /// <summary>Longest name of the recipient.</summary>
    public const int MaxRecipient = 200;

    /// <summary>Longest life, in days.</summary>
    public const int MostDays = 30;

    /// <summary>Life when nobody says otherwise, in days.</summary>
    public const int UsualDays = 7;

    /// <summary>A version-7 id; the form's key, so that a double click makes one link.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The one release it opens.</summary>
    public Guid ReleaseId { get; init; }

    /// <summary>Keyed hash of the link's token; the token itself is nowhere.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Who was given the link, in the words of staff.</summary>
    public required string Recipient { get; init; }

    /// <summary>Who made it.</summary>
    public Guid? MadeById { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>When it stops, UTC.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether the link opens, as far as the share itself goes; the release has to be in force too.</summary>
    public bool IsLive(DateTime now) => RevokedAt is null && ExpiresAt > now;

    /// <summary>Takes it back.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}

/// <summary>The link was opened and the release handed over.</summary>
public sealed class ReleaseShareView
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>By which link.</summary>
    public Guid ShareId { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime ViewedAt { get; init; }
}

internal sealed class ReleaseShareMapping : IEntityTypeConfiguration<ReleaseShare>, IEntityTypeConfiguration<ReleaseShareView>
{
    public void Configure(EntityTypeBuilder<ReleaseShare> share)
    {
        share.ToTable("ReleaseShare");
        share.Property(s => s.Id).ValueGeneratedNever();
        share.Property(s => s.TokenHash).HasMaxLength(64);
        share.Property(s => s.Recipient).HasMaxLength(ReleaseShare.MaxRecipient);
        share.HasIndex(s => s.TokenHash).IsUnique();
        share.HasIndex(s => s.ReleaseId);
        share.HasOne<PrivacyRelease>().WithMany().HasForeignKey(s => s.ReleaseId).OnDelete(DeleteBehavior.Restrict);
        share.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReleaseShareView> view)
    {
        view.ToTable("ReleaseShareView");
        view.Property(v => v.Id).ValueGeneratedNever();
        view.HasIndex(v => new { v.ShareId, v.ViewedAt });
        view.HasOne<ReleaseShare>().WithMany().HasForeignKey(v => v.ShareId).OnDelete(DeleteBehavior.Cascade);
    }
}
