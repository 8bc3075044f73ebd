using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>Stores the wording of a template as JSON.</summary>
public static class TemplateJson
{
    /// <summary>Writes the wording as JSON.</summary>
    public static string Write(TemplateWording words) => JsonSerializer.Serialize(words, EventJson.Options);

    /// <summary>Reads the wording from JSON.</summary>
    public static TemplateWording Read(string json) => JsonSerializer.Deserialize<TemplateWording>(json, EventJson.Options)!;

    /// <summary>SHA-256 of the JSON, hexadecimal.</summary>
    public static string Sha256(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
