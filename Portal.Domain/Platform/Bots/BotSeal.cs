namespace Portal.Domain.Platform.Bots;

/// <summary>Seals short-lived values that pass through a form. The web host supplies the keys.</summary>
/// <param name="seal">Protects a value against tampering and forgery.</param>
/// <param name="open">Returns the value, or null when this office didn't seal it.</param>
public sealed class BotSeal(Func<string, string> seal, Func<string, string?> open)
{
    /// <summary>The sealed value.</summary>
    public string Seal(string value) => seal(value);

    /// <summary>The value, or null when the seal is broken.</summary>
    public string? Open(string? value) => string.IsNullOrEmpty(value) ? null : open(value);
}
