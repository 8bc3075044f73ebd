using System.Text.Json;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>What staff chose for a field.</summary>
/// <param name="Source">A code from <see cref="FormSources"/>, or one of the constants below.</param>
/// <param name="Fixed">The text for <see cref="FixedText"/>.</param>
/// <param name="Ticks">For a checkbox or radio button: the code of the <see cref="FormTicks"/> condition for each state.</param>
public sealed record FieldChoice(string Source, string? Fixed = null, IReadOnlyDictionary<string, string>? Ticks = null)
{
    /// <summary>The field stays as it is on the blank, usually empty.</summary>
    public const string Keep = "Keep";

    /// <summary>The signer writes it by hand.</summary>
    public const string ByHand = "ByHand";

    /// <summary>Always the same text.</summary>
    public const string FixedText = "Fixed";

    /// <summary>Checked under a condition for each state.</summary>
    public const string Conditions = "Ticks";

    /// <summary>Whether we fill in the field.</summary>
    public bool Fills => Source == Conditions ? Ticks!.Values.Any(t => t is not (Keep or ByHand)) : Source is not (Keep or ByHand);

    /// <summary>Whether the signer has to write something.</summary>
    public bool NeedsHand => Source == ByHand || Ticks?.Values.Contains(ByHand) == true;

    /// <summary>Whether both choices are the same.</summary>
    public bool Same(FieldChoice? other) =>
        other is not null && Source == other.Source && Fixed == other.Fixed && Sorted(Ticks).SequenceEqual(Sorted(other.Ticks));

    private static IEnumerable<KeyValuePair<string, string>> Sorted(IReadOnlyDictionary<string, string>? ticks) =>
        (ticks ?? EmptyTicks).OrderBy(t => t.Key, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> EmptyTicks = [];
}

/// <summary>A field of the form and what goes in it. The choice is null until staff decide.</summary>
public sealed record MappedField(FormField Field, FieldChoice? Choice)
{
    /// <summary>Whether the form can't be published until staff choose something for this required field.</summary>
    public bool IsMissing => Field is { Required: true, Places.Count: > 0 } && Choice is not ({ Fills: true } or { NeedsHand: true });
}

/// <summary>All fields of a form, in reading order.</summary>
public sealed record FormMap(IReadOnlyList<FormPageSize> Pages, IReadOnlyList<MappedField> Fields)
{
    /// <summary>The visible fields on a page. A field with several places belongs to its first one.</summary>
    public IEnumerable<MappedField> OnPage(int page) => Fields.Where(f => f.Field.Places is [var first, ..] && first.Page == page);

    /// <summary>The number of fields we fill in.</summary>
    public int Filled => Fields.Count(f => f.Choice?.Fills == true);

    /// <summary>The number of visible fields that are still undecided.</summary>
    public int Open => Fields.Count(f => f.Choice is null && f.Field.Places.Count > 0);

    /// <summary>Whether the signer has to write something by hand, which rules out an electronic signature.</summary>
    public bool NeedsHand => Fields.Any(f => f.Choice?.NeedsHand == true);

    /// <summary>
    /// The map of a new upload. A field takes its choice from the first older map that has one for a field with the same name
    /// and kind, if it's still valid.
    /// </summary>
    public static FormMap From(FormShape shape, IEnumerable<FormMap> before)
    {
        var known = before.SelectMany(map => map.Fields).Where(f => f.Choice is not null).ToLookup(f => (f.Field.Name, f.Field.Kind), f => f.Choice!);
        return new(shape.Pages, [.. shape.Fields.Select(field => new MappedField(
            field, known[(field.Name, field.Kind)].FirstOrDefault(choice => FormRules.Broken(field, choice) is null)))]);
    }

    /// <summary>The map with these choices changed; null makes a field undecided again.</summary>
    public FormMap With(IReadOnlyDictionary<string, FieldChoice?> choices) =>
        this with { Fields = [.. Fields.Select(f => choices.TryGetValue(f.Field.Name, out var choice) ? f with { Choice = choice } : f)] };

    /// <summary>The map as stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EventJson.Options);

    /// <summary>Reads a stored map.</summary>
    public static FormMap Parse(string json) => JsonSerializer.Deserialize<FormMap>(json, EventJson.Options)!;
}
