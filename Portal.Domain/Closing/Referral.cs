using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;

namespace Portal.Domain.Closing;

/// <summary>The kind of help a constituent is referred to.</summary>
public enum ReferralKind
{
    /// <summary>Their own Member of Congress.</summary>
    OwnMember,

    /// <summary>State or local government.</summary>
    StateOrLocal,

    /// <summary>A regulator.</summary>
    Regulator,

    /// <summary>A nonprofit or community service.</summary>
    Community,
}

/// <summary>A referral of a constituent to someone who can help.</summary>
public sealed class Referral
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The kind of help.</summary>
    public ReferralKind Kind { get; init; }

    /// <summary>Name and contact details, in the constituent's language.</summary>
    public required string To { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>The staff member who made it.</summary>
    public Guid MadeById { get; init; }
}

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> referral)
    {
        referral.ToTable("Referral");
        referral.Property(r => r.Id).ValueGeneratedNever();
        referral.HasIndex(r => r.CaseId);
        referral.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
