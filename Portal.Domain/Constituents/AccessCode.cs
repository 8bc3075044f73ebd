using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Constituents;

/// <summary>What an emailed code opens.</summary>
public enum AccessPurpose
{
    /// <summary>The status of a case.</summary>
    Status,

    /// <summary>A saved draft.</summary>
    Draft,

    /// <summary>A release to sign.</summary>
    Release,

    /// <summary>A change of the email address of a case.</summary>
    Contact,
}

/// <summary>
/// A six-digit code sent by email: valid for ten minutes and five tries, single use. Also created when there is nothing to
/// open, so a request doesn't reveal what exists.
/// </summary>
public sealed class AccessCode : IVersioned
{
    /// <summary>Ten minutes (ASVS 6.5.5).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>How many tries a code allows.</summary>
    public const int MaxAttempts = 5;

    /// <summary>A version-7 id; the browser keeps it while the person looks for the email.</summary>
    public Guid Id { get; init; }

    /// <summary>What it opens.</summary>
    public AccessPurpose Purpose { get; init; }

    /// <summary>The case, draft, or release; null when nothing was found, and then no code is accepted.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The language its email was written in, en or es.</summary>
    public required string Language { get; init; }

    /// <summary>The keyed hash of the code.</summary>
    public required string CodeHash { get; init; }

    /// <summary>The blind index of the address it was requested for.</summary>
    public required string EmailIndex { get; init; }

    /// <summary>When it expires, UTC.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was used, UTC; null until then.</summary>
    public DateTime? UsedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether it can still be tried.</summary>
    public bool IsUsable(DateTime now) => UsedAt is null && ExpiresAt > now && Attempts < MaxAttempts;

    /// <summary>Whether what was typed is the code; counts as a try.</summary>
    internal bool Try(SecretCode secrets, string typed)
    {
        Attempts++;
        return SubjectId is not null && secrets.Matches(CodeHash, SendAccessCode.CodePurpose, Id.ToString("N"), new string([.. typed.Where(char.IsAsciiDigit)]));
    }

    /// <summary>Why it was refused, after a try.</summary>
    internal Outcome.Refused Wrong() => Attempts >= MaxAttempts
        ? new("That code didn't work, and you're out of tries. Request a new code.")
        : new("That code didn't work. Check the 6-digit code in our email and enter it again.");
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
