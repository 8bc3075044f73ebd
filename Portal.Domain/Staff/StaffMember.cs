using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Staff;

/// <summary>Someone who works in the office.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    /// <summary>The name coworkers and constituents see.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The role, which determines what this person may do.</summary>
    public StaffRole Role { get; set; }

    /// <summary>When the account was deactivated, UTC; null while active. Open sessions end within 60 seconds.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Languages besides English the person works in, comma-separated codes such as "es".</summary>
    public string Languages { get; set; } = "";

    /// <summary>Agencies and topics the person specializes in, comma-separated codes.</summary>
    public string Specialties { get; set; } = "";

    /// <summary>The city of the location where the person works.</summary>
    public string? Location { get; set; }

    /// <summary>The most open cases the person can have before routing skips them; null for no limit.</summary>
    public int? MaxOpenCases { get; set; }

    /// <summary>The first day of an absence; null when none is planned.</summary>
    public DateOnly? AbsentFrom { get; set; }

    /// <summary>The last day of an absence; null when unknown.</summary>
    public DateOnly? AbsentUntil { get; set; }

    /// <summary>Who takes over the person's cases when the absence begins; null decides each by the routing rules.</summary>
    public Guid? HandOverToId { get; set; }

    /// <summary>The first day of the absence for which the cases were handed over; null before that.</summary>
    public DateOnly? HandedOverFor { get; set; }

    /// <summary>The hash of the one-time link to set up or reset sign-in; null when there is none.</summary>
    public string? EnrollmentTokenHash { get; set; }

    /// <summary>When the link expires, UTC.</summary>
    public DateTime? EnrollmentExpiresAt { get; set; }

    /// <summary>What the link is for.</summary>
    public SignInLink LinkOpens { get; set; }

    /// <summary>Whether coworkers may assign cases to the person. Interns can only take one.</summary>
    public bool MayBeGivenCases => DisabledAt is null && RolePermissions.For(Role).Contains(Permission.WorkCases);

    /// <summary>Whether routing may assign cases to the person.</summary>
    public bool WorksCases => DisabledAt is null && Role is (StaffRole.Caseworker or StaffRole.CaseworkManager);

    /// <summary>Whether the person is away on this day.</summary>
    public bool IsAbsent(DateOnly day) => AbsentFrom <= day && (AbsentUntil is null || day <= AbsentUntil);
}

/// <summary>What a one-time link lets someone do.</summary>
public enum SignInLink
{
    /// <summary>Set up sign-in for the first time.</summary>
    Enrollment,

    /// <summary>Choose a new password; the second factor stays and is still required.</summary>
    NewPassword,

    /// <summary>Set up sign-in again from scratch, because the second factor is lost.</summary>
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
