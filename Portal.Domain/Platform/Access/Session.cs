using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Platform.Access;

/// <summary>A sign-in kept on the server; the cookie only names it. Deleting the row signs out.</summary>
public sealed class Session
{
    /// <summary>Hash of the key in the cookie.</summary>
    public required string KeyHash { get; init; }

    /// <summary>Whose; null for a constituent's session.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>The sealed ticket.</summary>
    public required string SealedTicket { get; set; }

    /// <summary>When it ends, UTC.</summary>
    public DateTime ExpiresAt { get; set; }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Session").HasKey(s => s.KeyHash);
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.HasIndex(s => s.StaffId);
        session.HasIndex(s => s.ExpiresAt);
    }
}
