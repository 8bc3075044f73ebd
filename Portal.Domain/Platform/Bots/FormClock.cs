using System.Globalization;

namespace Portal.Domain.Platform.Bots;

/// <summary>Records when a form was first shown, so that one submitted too fast for a person can be detected.</summary>
public sealed class FormClock(BotSeal seal, TimeProvider clock)
{
    /// <summary>The current time, sealed, for a hidden field.</summary>
    public string Start() => seal.Seal("start:" + clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>How long the form was open; null when the field is missing or forged.</summary>
    public TimeSpan? Elapsed(string? started) =>
        seal.Open(started)?.Split(':') is ["start", var text] && long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds)
            ? clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
