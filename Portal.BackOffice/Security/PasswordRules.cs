using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Portal.BackOffice.Kit;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Requires long passwords without rules about character types (ASVS 6.2). Refuses the ones people try first: words
/// tied to the office or the person, and keyboard rows, don't count toward the length.
/// </summary>
public sealed partial class PasswordRules(OfficeCard office) : IPasswordValidator<StaffMember>
{
    /// <summary>Minimum length.</summary>
    public const int LeastLength = 15;

    /// <summary>Maximum length, so that hashing can't be used to exhaust the server.</summary>
    public const int MostLength = 200;

    private const int LeastLeft = 8;
    private const int LeastDifferent = 6;

    private static readonly string[] Common =
    [
        "password", "passwort", "contrasena", "passphrase", "welcome", "letmein", "administrator", "admin", "iloveyou", "trustno", "superman", "sunshine",
        "princess", "football", "baseball", "dragon", "monkey", "shadow", "master", "login", "secret", "changeme", "default", "temporary",
        "correcthorsebatterystaple",
        "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwerty", "asdf", "1qaz2wsx", "qazwsx", "1234567890", "123456789", "12345678", "1234567",
        "123456", "12345", "1234", "0987654321",
        "abcdefghijklmnopqrstuvwxyz", "abcdefgh", "abcdef", "abcd", "abc", "january", "february", "summer", "winter", "spring", "autumn",
        "america", "united", "states", "congress", "senate", "senator", "representative", "house", "office", "casework", "caseworker",
        "district", "portal", "government", "federal",
    ];

    /// <summary>What's wrong, in English; null if the password is acceptable.</summary>
    public string? Refusal(StaffMember member, string? password)
    {
        if (password is null || password.Length < LeastLength)
            return "Use at least 15 characters. Four or five words in a row are easy to remember.";
        if (password.Length > MostLength)
            return "Use 200 characters or fewer.";
        var left = NotLetterOrDigit().Replace(password.ToLowerInvariant(), "");
        foreach (var word in Common.Concat(OwnWords(member)).OrderByDescending(w => w.Length))
            left = left.Replace(word, "", StringComparison.Ordinal);
        return left.Length < LeastLeft || password.Distinct().Count() < LeastDifferent
            ? "This password is too easy to guess. Avoid names, words about the office, and keyboard patterns."
            : null;
    }

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password) =>
        Task.FromResult(
            Refusal(user, password) is { } refusal
                ? IdentityResult.Failed(new IdentityError { Code = "PasswordTooEasy", Description = refusal })
                : IdentityResult.Success);

    private IEnumerable<string> OwnWords(StaffMember member) =>
        NotLetterOrDigit().Split($"{member.DisplayName} {member.Email} {office.MemberName} {office.OfficeName}".ToLowerInvariant()).Where(w => w.Length > 2);

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NotLetterOrDigit();
}
