using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Platform.Access;

/// <summary>A sign-in kept on the server. The cookie holds only its key, and deleting the row signs the user out.</summary>
public sealed class Session
{
    /// <summary>Hash of the key in the cookie.</summary>
    public required string KeyHash { get; init; }

    /// <summary>The staff member; null for a constituent's session.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>The case that a constituent's session opens; null for staff.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The authentication ticket, sealed.</summary>
    public required string SealedTicket { get; set; }

    /// <summary>When it expires, UTC.</summary>
    public DateTime ExpiresAt { get; set; }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Session").HasKey(s => s.KeyHash);
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.HasIndex(s => s.StaffId);
        session.HasIndex(s => s.CaseId);
        session.HasIndex(s => s.ExpiresAt);
    }
}
