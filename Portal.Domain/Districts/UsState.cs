using System.Diagnostics.CodeAnalysis;

namespace Portal.Domain.Districts;

/// <summary>A State, the District of Columbia, a territory or a military mailing state.</summary>
/// <param name="Code">Two capital letters, as the postal service writes them.</param>
/// <param name="English">Name in English.</param>
/// <param name="Spanish">Name in Spanish.</param>
/// <param name="Kind">What the code stands for.</param>
public sealed record UsState(string Code, string English, string Spanish, StateKind Kind)
{
    /// <summary>Two-digit FIPS code; none for military mail.</summary>
    public string? Fips { get; init; }

    /// <summary>IANA zone of most residents; none for military mail.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Elects exactly one Member or Delegate of the House, so that its name alone tells the district.</summary>
    public bool AtLarge { get; init; }

    /// <summary>Whether it is represented by two Senators.</summary>
    public bool HasSenators => Kind == StateKind.State;

    /// <summary>The name in a language: Spanish for "es" and its regions, English otherwise.</summary>
    public string NameIn(string language) =>
        language.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? Spanish : English;

    /// <summary>Reads a postal code or a full name in English or Spanish, whatever the case, accents and outer spaces.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UsState? state) =>
        States.ByName.TryGetValue(text?.Trim() ?? "", out state);

    /// <inheritdoc />
    public override string ToString() => Code;
}
