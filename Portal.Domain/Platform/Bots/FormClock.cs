using System.Globalization;

namespace Portal.Domain.Platform.Bots;

/// <summary>Notes when a form was first shown, so that one sent within a blink can be told.</summary>
public sealed class FormClock(BotSeal seal, TimeProvider clock)
{
    /// <summary>The sealed present time, for a hidden field.</summary>
    public string Start() => seal.Seal("start:" + clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>How long the form was open; null when the field is missing or forged.</summary>
    public TimeSpan? Elapsed(string? started) =>
        seal.Open(started)?.Split(':') is ["start", var text] && long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds)
            ? clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
