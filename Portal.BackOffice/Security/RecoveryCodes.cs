using System.Security.Cryptography;

namespace Portal.BackOffice.Security;

/// <summary>Ten codes for signing in without the phone. Each has 49 bits and works once.</summary>
public static class RecoveryCodes
{
    private const int Count = 10;
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789"; // no look-alike characters

    /// <summary>Creates new codes such as K7MPA-2QXWE.</summary>
    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5) + "-" + RandomNumberGenerator.GetString(Alphabet, 5))];
}
