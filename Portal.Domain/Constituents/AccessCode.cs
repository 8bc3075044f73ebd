using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Constituents;

/// <summary>What a mailed code opens.</summary>
public enum AccessPurpose
{
    /// <summary>The status of a case.</summary>
    Status,

    /// <summary>A saved draft.</summary>
    Draft,

    /// <summary>A release to sign.</summary>
    Release,
}

/// <summary>A six-digit code sent by mail: ten minutes, five tries, single use. Also made, for nothing, when there is nothing to open.</summary>
public sealed class AccessCode : IVersioned
{
    /// <summary>Ten minutes (ASVS 6.5.5).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Tries before it is dead.</summary>
    public const int MaxAttempts = 5;

    /// <summary>A version-7 id; the browser holds it while the person looks for the mail.</summary>
    public Guid Id { get; init; }

    /// <summary>What it opens.</summary>
    public AccessPurpose Purpose { get; init; }

    /// <summary>The case, draft or release; null when nothing was found, and then no code is right.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Keyed hash of the code.</summary>
    public required string CodeHash { get; init; }

    /// <summary>Blind index of the address it went to.</summary>
    public required string EmailIndex { get; init; }

    /// <summary>When it dies, UTC.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>Wrong tries so far.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was used, UTC.</summary>
    public DateTime? UsedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

internal sealed class AccessCodeMapping : IEntityTypeConfiguration<AccessCode>
{
    public void Configure(EntityTypeBuilder<AccessCode> code)
    {
        code.ToTable("AccessCode");
        code.Property(c => c.CodeHash).HasMaxLength(64);
        code.Property(c => c.EmailIndex).HasMaxLength(64);
        code.HasIndex(c => c.ExpiresAt);
        code.HasIndex(c => new { c.EmailIndex, c.ExpiresAt });
    }
}
