using System.Security.Cryptography;
using Portal.Domain.Platform.Protection;

namespace Portal.Tests.Domain.Platform.Protection;

internal static class TestKeys
{
    public static string Random() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static MasterKeys Ring(string id = "k1") => MasterKeys.FromConfiguration(id, Random());

    public static CaseCipher Case() => new(Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(32));
}
