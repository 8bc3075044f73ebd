using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases.Sharing;

/// <summary>A link that lets someone at an agency open one sealed release for a limited number of days.</summary>
public sealed class ReleaseShare : IVersioned
{
    /// <summary>The longest recipient name, in characters.</summary>
    public const int MaxRecipient = 200;

    /// <summary>The longest lifetime, in days.</summary>
    public const int MostDays = 30;

    /// <summary>The default lifetime, in days.</summary>
    public const int UsualDays = 7;

    /// <summary>A version-7 id, generated with the page so that a double click creates only one link.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The one release it opens.</summary>
    public Guid ReleaseId { get; init; }

    /// <summary>A keyed hash of the link's token. The token itself isn't stored.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Who was given the link, as entered by staff.</summary>
    public required SealedText Recipient { get; init; }

    /// <summary>The staff member who created it.</summary>
    public Guid? MadeById { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>When it expires, UTC.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>When it was revoked, UTC; null if it wasn't.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether the link itself is valid. To open, the release has to be in force too.</summary>
    public bool IsLive(DateTime now) => RevokedAt is null && ExpiresAt > now;

    /// <summary>Revokes it.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}

/// <summary>One view of a release through a link.</summary>
public sealed class ReleaseShareView
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The link.</summary>
    public Guid ShareId { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTime ViewedAt { get; init; }
}

internal sealed class ReleaseShareMapping : IEntityTypeConfiguration<ReleaseShare>, IEntityTypeConfiguration<ReleaseShareView>
{
    public void Configure(EntityTypeBuilder<ReleaseShare> share)
    {
        share.ToTable("ReleaseShare");
        share.Property(s => s.Id).ValueGeneratedNever();
        share.Property(s => s.TokenHash).HasMaxLength(64);
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
