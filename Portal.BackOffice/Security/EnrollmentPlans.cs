using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// What somebody chose so far: the hash of a password and the key of an authenticator app. It travels sealed in the
/// form, so that nothing is saved before everything is right.
/// </summary>
/// <param name="Until">When it is too old, UTC.</param>
public sealed record EnrollmentPlan(Guid StaffId, string PasswordHash, string Key, DateTime Until);

/// <summary>Makes plans, and seals and opens them.</summary>
public sealed class EnrollmentPlans(UserManager<StaffMember> users, SystemCipher cipher, TimeProvider clock)
{
    private const string Place = "Enrollment/Plan";
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(30);

    /// <summary>A plan with this password and a new key for the authenticator app.</summary>
    public EnrollmentPlan Begin(StaffMember member, string password) =>
        new(member.Id, users.PasswordHasher.HashPassword(member, password), Totp.NewKey(), clock.GetUtcNow().UtcDateTime + Lives);

    /// <summary>The plan as a form carries it.</summary>
    public string Seal(EnrollmentPlan plan) => cipher.Seal(JsonSerializer.Serialize(plan), Place);

    /// <summary>The plan a form carried; null when it was changed, is not this person's or is too old.</summary>
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
