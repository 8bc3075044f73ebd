using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.HelpRequests;

/// <summary>
/// A request for help in the constituent's own words: a draft until submitted, frozen afterward. Its answers are encrypted
/// with the case's own key; what the queue needs is copied to the case.
/// </summary>
public sealed class HelpRequest : IVersioned
{
    private static readonly TimeSpan AfterSubmitting = TimeSpan.FromMinutes(5);

    /// <summary>Also the id of the case, once there is one.</summary>
    public Guid Id { get; init; }

    /// <summary>The hash of the browser's token that opens the draft.</summary>
    public required string TokenHash { get; set; }

    /// <summary>The encrypted <see cref="RequestAnswers"/>.</summary>
    public required string SealedAnswers { get; set; }

    /// <summary>The encrypted <see cref="ContactData"/> as corrected since; null while it's as it was sent.</summary>
    public string? SealedContact { get; set; }

    /// <summary>The language: en or es.</summary>
    public required string Language { get; set; }

    /// <summary>When it was started, UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>When an abandoned draft will be erased, UTC; null once submitted.</summary>
    public DateTime? ExpiresAt { get; set; }

    /// <summary>When it was submitted, UTC; null while a draft.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>The blind index of the address a return code may be emailed to; null when none was given.</summary>
    public string? ReturnEmailIndex { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether it can still be changed.</summary>
    public bool IsDraft => SubmittedAt is null;

    /// <summary>
    /// Whether its token is still recognized: while it is a draft, and afterward only long enough to send it again after a lost
    /// answer. A cookie left behind on a shared computer must not open a case.
    /// </summary>
    public bool IsWithinReach(DateTime now) => SubmittedAt is not { } at || now - at < AfterSubmitting;

    /// <summary>Submits and freezes the request.</summary>
    /// <exception cref="InvalidOperationException">It was already submitted.</exception>
    public void Submit(DateTime now)
    {
        if (!IsDraft)
            throw new InvalidOperationException("The request was already submitted.");
        (SubmittedAt, ChangedAt, ExpiresAt, ReturnEmailIndex) = (now, now, null, null);
    }
}

internal sealed class HelpRequestMapping : IEntityTypeConfiguration<HelpRequest>
{
    public void Configure(EntityTypeBuilder<HelpRequest> request)
    {
        request.ToTable("HelpRequest");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.TokenHash).HasMaxLength(64);
        request.Property(r => r.Language).HasMaxLength(2);
        request.Property(r => r.ReturnEmailIndex).HasMaxLength(64);
        request.HasIndex(r => r.TokenHash).IsUnique();
        request.HasIndex(r => r.ExpiresAt);
        request.HasIndex(r => r.ReturnEmailIndex);
    }
}
