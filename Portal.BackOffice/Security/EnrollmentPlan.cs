using System.Security.Cryptography;
using System.Text.Json;
using Portal.Domain.Platform.Protection;

namespace Portal.BackOffice.Security;

/// <summary>
/// What somebody chose so far: the hash of a password and the key of an authenticator app. It travels sealed in the
/// form, so that nothing is saved before everything is right.
/// </summary>
/// <param name="Until">When it is too old, UTC.</param>
public sealed record EnrollmentPlan(Guid StaffId, string PasswordHash, string Key, DateTime Until)
{
    private const string Place = "Enrollment/Plan";

    /// <summary>The plan as a form carries it.</summary>
    public string Seal(SystemCipher cipher) => cipher.Seal(JsonSerializer.Serialize(this), Place);

    /// <summary>The plan a form carried; null when it was changed.</summary>
    public static EnrollmentPlan? Open(string? text, SystemCipher cipher)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<EnrollmentPlan>(cipher.Unseal(text, Place));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
