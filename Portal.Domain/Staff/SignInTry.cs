using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Staff;

/// <summary>How often someone tried to sign in to an account from one place: a client address, or a device that has signed in before.</summary>
public sealed class SignInTry
{
    /// <summary>Whose account.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>The step and the place, as a keyed hash.</summary>
    public required string Place { get; init; }

    /// <summary>The number of tries.</summary>
    public int Count { get; init; }

    /// <summary>When the count starts over, UTC.</summary>
    public DateTime ForgottenAt { get; init; }
}

internal sealed class SignInTryMapping : IEntityTypeConfiguration<SignInTry>
{
    public void Configure(EntityTypeBuilder<SignInTry> tries)
    {
        tries.ToTable("SignInTry").HasKey(t => new { t.StaffId, t.Place });
        tries.Property(t => t.Place).HasMaxLength(64);
        tries.HasIndex(t => t.ForgottenAt);
        tries.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Deletes counts that have started over.</summary>
[Recurring("Delete old sign-in attempts", Minutes = 30)]
public sealed class SignInTriesForgottenJob(PortalDb db, TimeProvider clock) : ISweep
{
    /// <inheritdoc />
    public Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<SignInTry>().Where(t => t.ForgottenAt < now).ExecuteDeleteAsync(cancellation);
    }
}
