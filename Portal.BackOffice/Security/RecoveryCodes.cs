using System.Security.Cryptography;

namespace Portal.BackOffice.Security;

/// <summary>Codes to sign in with when the phone is gone: ten, each works once, 49 bits each.</summary>
public static class RecoveryCodes
{
    private const int Count = 10;
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789"; // no letter that looks like another

    /// <summary>New codes such as K7MPA-2QXWE.</summary>
    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5) + "-" + RandomNumberGenerator.GetString(Alphabet, 5))];
}
