using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Choices made so far: the password hash and the authenticator key. The form carries them sealed, so nothing is saved
/// until everything is correct.
/// </summary>
/// <param name="Until">When the plan expires, UTC.</param>
public sealed record EnrollmentPlan(Guid StaffId, string PasswordHash, string Key, DateTime Until);

/// <summary>Creates, seals, and opens plans.</summary>
public sealed class EnrollmentPlans(UserManager<StaffMember> users, SystemCipher cipher, TimeProvider clock)
{
    private const string Place = "Enrollment/Plan";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>Creates a plan with this password and a new authenticator key.</summary>
    public EnrollmentPlan Begin(StaffMember member, string password) =>
        new(member.Id, users.PasswordHasher.HashPassword(member, password), Totp.NewKey(), clock.GetUtcNow().UtcDateTime + Lifetime);

    /// <summary>Seals a plan for a form.</summary>
    public string Seal(EnrollmentPlan plan) => cipher.Seal(JsonSerializer.Serialize(plan), Place);

    /// <summary>Opens a plan from a form; null if it was altered, belongs to someone else, or expired.</summary>
    public EnrollmentPlan? Open(StaffMember member, string? text)
    {
        try
        {
            var plan = string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<EnrollmentPlan>(cipher.Unseal(text, Place));
            return plan?.StaffId == member.Id && plan.Until > clock.GetUtcNow().UtcDateTime ? plan : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
