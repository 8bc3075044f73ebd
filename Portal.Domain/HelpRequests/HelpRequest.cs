using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.HelpRequests;

/// <summary>
/// What was asked, in the person's own words: a draft until it is submitted, frozen afterwards.
/// All of it is sealed with the case's own key; what the queue needs stands on the case.
/// </summary>
public sealed class HelpRequest : IVersioned
{
    private static readonly TimeSpan AfterSubmitting = TimeSpan.FromMinutes(30);

    /// <summary>The id of the case as well, once there is one.</summary>
    public Guid Id { get; init; }

    /// <summary>Hash of the token in the person's browser that opens the draft.</summary>
    public required string TokenHash { get; set; }

    /// <summary>The <see cref="RequestAnswers"/>, sealed.</summary>
    public required string SealedAnswers { get; set; }

    /// <summary>en or es.</summary>
    public required string Language { get; set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>When a draft nobody comes back to is erased, UTC; null once submitted.</summary>
    public DateTime? ExpiresAt { get; set; }

    /// <summary>When it was submitted, UTC; null while a draft.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Blind index of the address a return code may be mailed to.</summary>
    public string? ReturnEmailIndex { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether it can still be changed.</summary>
    public bool IsDraft => SubmittedAt is null;

    /// <summary>
    /// Whether its token still opens it: as long as it is a draft, and afterwards for as long as somebody may press Back or
    /// send it twice. A cookie that is forgotten on a shared computer must not open a case for weeks.
    /// </summary>
    public bool IsWithinReach(DateTime now) => SubmittedAt is not { } at || now - at < AfterSubmitting;

    /// <summary>Freezes it.</summary>
    /// <exception cref="InvalidOperationException">It was submitted already.</exception>
    public void Submit(DateTime now)
    {
        if (!IsDraft)
            throw new InvalidOperationException("The request was submitted already.");
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
