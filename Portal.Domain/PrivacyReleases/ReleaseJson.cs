using System.Text.Json;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Seals and unseals what a release holds.</summary>
public static class ReleaseJson
{
    private const string DetailsColumn = "PrivacyRelease/SealedDetails";
    private const string TextColumn = "PrivacyRelease/SealedText";

    /// <summary>Seals the details.</summary>
    public static string Seal(CaseCipher cipher, ReleaseDetails details) => cipher.Seal(JsonSerializer.Serialize(details, EventJson.Options), DetailsColumn);

    /// <summary>Seals the text that was signed.</summary>
    public static string Seal(CaseCipher cipher, ReleaseText text) => cipher.Seal(JsonSerializer.Serialize(text, EventJson.Options), TextColumn);

    /// <summary>Reads the details back.</summary>
    public static ReleaseDetails Details(CaseCipher cipher, PrivacyRelease release) =>
        JsonSerializer.Deserialize<ReleaseDetails>(cipher.Unseal(release.SealedDetails, DetailsColumn), EventJson.Options)!;

    /// <summary>Reads the signed text back.</summary>
    public static ReleaseText Text(CaseCipher cipher, ReleaseSignature signature) =>
        JsonSerializer.Deserialize<ReleaseText>(cipher.Unseal(signature.SealedText, TextColumn), EventJson.Options)!;
}
