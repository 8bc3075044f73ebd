using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Staff;

/// <summary>Someone who works in the office.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    /// <summary>The name colleagues and constituents see.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What this person may do.</summary>
    public StaffRole Role { get; set; }

    /// <summary>When the account was shut, UTC; out within 60 seconds.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Languages besides English the person works in, comma-separated codes such as "es".</summary>
    public string Languages { get; set; } = "";

    /// <summary>Agencies and topics the person knows best, comma-separated codes.</summary>
    public string Specialties { get; set; } = "";

    /// <summary>The office the person sits in, by its city.</summary>
    public string? Location { get; set; }

    /// <summary>Open cases the person can carry; routing passes by when they are reached. Null for no limit.</summary>
    public int? MaxOpenCases { get; set; }

    /// <summary>First day of an absence.</summary>
    public DateOnly? AbsentFrom { get; set; }

    /// <summary>Last day of an absence.</summary>
    public DateOnly? AbsentUntil { get; set; }

    /// <summary>Hash of a one-time link to set up or reset the sign-in; null when there is none.</summary>
    public string? EnrollmentTokenHash { get; set; }

    /// <summary>When that link dies, UTC.</summary>
    public DateTime? EnrollmentExpiresAt { get; set; }

    /// <summary>What that link is for.</summary>
    public SignInLink LinkOpens { get; set; }

    /// <summary>Whether a colleague may give the person a case; an intern only takes one.</summary>
    public bool MayBeGivenCases => DisabledAt is null && RolePermissions.For(Role).Contains(Permission.WorkCases);

    /// <summary>Whether routing may give the person cases.</summary>
    public bool WorksCases => DisabledAt is null && Role is (StaffRole.Caseworker or StaffRole.CaseworkManager);

    /// <summary>Whether the person is away on that day.</summary>
    public bool IsAbsent(DateOnly day) => AbsentFrom <= day && (AbsentUntil is null || day <= AbsentUntil);
}

/// <summary>What a one-time link lets somebody do.</summary>
public enum SignInLink
{
    /// <summary>Set up the sign-in for the first time.</summary>
    Enrollment,

    /// <summary>Choose a new password; the second factor stays and is asked for.</summary>
    NewPassword,

    /// <summary>Set everything up anew, because the second factor is lost.</summary>
    StartAnew,
}

internal sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> member)
    {
        member.ToTable("StaffMember");
        member.Property(m => m.Id).ValueGeneratedNever();
        member.Property(m => m.DisplayName).HasMaxLength(120);
        member.Property(m => m.Languages).HasMaxLength(100);
        member.Property(m => m.Specialties).HasMaxLength(500);
        member.Property(m => m.Location).HasMaxLength(80);
        member.Property(m => m.PhoneNumber).HasMaxLength(256);
        member.Property(m => m.EnrollmentTokenHash).HasMaxLength(64);
        member.HasIndex(m => m.EnrollmentTokenHash).IsUnique();
    }
}
