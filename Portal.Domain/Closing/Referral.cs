using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;

namespace Portal.Domain.Closing;

/// <summary>To whom somebody is sent on.</summary>
public enum ReferralKind
{
    /// <summary>Their own Member of Congress.</summary>
    OwnMember,

    /// <summary>A State or local body.</summary>
    StateOrLocal,

    /// <summary>A regulator.</summary>
    Regulator,

    /// <summary>A non-profit or community service.</summary>
    Community,
}

/// <summary>Sending a person on to whoever can help.</summary>
public sealed class Referral
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>To whom.</summary>
    public ReferralKind Kind { get; init; }

    /// <summary>Name and contact, in the person's language.</summary>
    public required string To { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>By whom.</summary>
    public Guid MadeById { get; init; }
}

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> referral)
    {
        referral.ToTable("Referral");
        referral.Property(r => r.Id).ValueGeneratedNever();
        referral.Property(r => r.To).HasMaxLength(2000);
        referral.HasIndex(r => r.CaseId);
        referral.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
