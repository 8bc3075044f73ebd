using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain.Districts;

/// <summary>The 50 states, DC, five territories, and three military mail codes, from <c>Seed/states.json</c>.</summary>
public static class States
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>All of them: states in alphabetical order, then DC, the territories, and military mail.</summary>
    public static IReadOnlyList<UsState> All { get; } = Load();

    internal static FrozenDictionary<string, UsState> ByName { get; } = All
        .SelectMany(s => new[] { s.Code, s.English, s.Spanish }.Distinct(), (s, name) => KeyValuePair.Create(name, s))
        .ToFrozenDictionary(CultureInfo.InvariantCulture.CompareInfo.GetStringComparer(
            CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace));

    private static readonly FrozenDictionary<string, UsState> ByFips =
        All.Where(s => s.Fips is not null).ToFrozenDictionary(s => s.Fips!);

    /// <summary>The state with a FIPS code, or null.</summary>
    public static UsState? WithFips(string fips) => ByFips.GetValueOrDefault(fips);

    /// <summary>The state with a stored postal code.</summary>
    /// <exception cref="KeyNotFoundException">The code isn't one of the 59.</exception>
    public static UsState Get(string code) => ByName[code];

    private static UsState[] Load()
    {
        using var stream = typeof(States).Assembly.GetManifestResourceStream("Seed/states.json")!;
        return JsonSerializer.Deserialize<StatesFile>(stream, Json)!.States;
    }

    private sealed record StatesFile(string Source, DateOnly? VerifiedOn, UsState[] States);
}
