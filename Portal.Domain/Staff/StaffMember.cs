using Microsoft.AspNetCore.Identity;

namespace Portal.Domain.Staff;

/// <summary>Someone who works in the office.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    /// <summary>The name colleagues and constituents see.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What this person may do.</summary>
    public StaffRole Role { get; set; }
}
