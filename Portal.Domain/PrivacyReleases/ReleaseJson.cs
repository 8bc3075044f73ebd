using System.Text.Json;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Encrypts and decrypts the sealed columns of a release.</summary>
public static class ReleaseJson
{
    private const string DetailsColumn = "PrivacyRelease/SealedDetails";
    private const string CeremonyColumn = "PrivacyRelease/SealedCeremony";
    private const string TextColumn = "PrivacyRelease/SealedText";

    /// <summary>Seals the details.</summary>
    public static string Seal(CaseCipher cipher, ReleaseDetails details) => cipher.Seal(JsonSerializer.Serialize(details, EventJson.Options), DetailsColumn);

    /// <summary>Seals the text that was signed.</summary>
    public static string Seal(CaseCipher cipher, ReleaseText text) => cipher.Seal(JsonSerializer.Serialize(text, EventJson.Options), TextColumn);

    /// <summary>Seals the signing ceremony.</summary>
    public static string Seal(CaseCipher cipher, SigningCeremony ceremony) =>
        cipher.Seal(JsonSerializer.Serialize(ceremony, EventJson.Options), CeremonyColumn);

    /// <summary>Reads the signing ceremony back.</summary>
    public static SigningCeremony Ceremony(CaseCipher cipher, ReleaseSignature signature) => signature.SealedCeremony is { } sealedText
        ? JsonSerializer.Deserialize<SigningCeremony>(cipher.Unseal(sealedText, CeremonyColumn), EventJson.Options)!
        : new();

    /// <summary>Reads the details back.</summary>
    public static ReleaseDetails Details(CaseCipher cipher, PrivacyRelease release) =>
        JsonSerializer.Deserialize<ReleaseDetails>(cipher.Unseal(release.SealedDetails, DetailsColumn), EventJson.Options)!;

    /// <summary>Reads the signed text back.</summary>
    public static ReleaseText Text(CaseCipher cipher, ReleaseSignature signature) =>
        JsonSerializer.Deserialize<ReleaseText>(cipher.Unseal(signature.SealedText, TextColumn), EventJson.Options)!;
}
