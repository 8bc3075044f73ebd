using System.Diagnostics.CodeAnalysis;

namespace Portal.Domain.Districts;

/// <summary>A state, the District of Columbia, a territory, or a military mail code.</summary>
/// <param name="Code">The two-letter postal code, in capitals.</param>
/// <param name="English">The name in English.</param>
/// <param name="Spanish">The name in Spanish.</param>
/// <param name="Kind">The kind of place it is.</param>
public sealed record UsState(string Code, string English, string Spanish, StateKind Kind)
{
    /// <summary>Two-digit FIPS code; null for military mail.</summary>
    public string? Fips { get; init; }

    /// <summary>The IANA time zone most residents live in; null for military mail.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether it elects exactly one Member or Delegate of the House, so its name alone determines the district.</summary>
    public bool AtLarge { get; init; }

    /// <summary>Whether it is represented by two Senators.</summary>
    public bool HasSenators => Kind == StateKind.State;

    /// <summary>The name in a language: Spanish for "es" and its regions, English otherwise.</summary>
    public string NameIn(string language) =>
        language.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? Spanish : English;

    /// <summary>Parses a postal code or a full name in English or Spanish, ignoring case, accents, and outer spaces.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UsState? state) =>
        States.ByName.TryGetValue(text?.Trim() ?? "", out state);

    /// <inheritdoc />
    public override string ToString() => Code;
}
