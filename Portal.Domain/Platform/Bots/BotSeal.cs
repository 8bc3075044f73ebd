namespace Portal.Domain.Platform.Bots;

/// <summary>Seals short-lived values that travel through a form; the web host supplies the keys.</summary>
/// <param name="seal">Protects a value against change and forgery.</param>
/// <param name="open">The value back, or null when it was not sealed by this office.</param>
public sealed class BotSeal(Func<string, string> seal, Func<string, string?> open)
{
    /// <summary>The sealed value.</summary>
    public string Seal(string value) => seal(value);

    /// <summary>The value, or null when the seal is broken.</summary>
    public string? Open(string? value) => string.IsNullOrEmpty(value) ? null : open(value);
}
