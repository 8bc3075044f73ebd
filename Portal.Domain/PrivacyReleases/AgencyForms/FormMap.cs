using System.Text.Json;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>What somebody chose for a field.</summary>
/// <param name="Source">A code of <see cref="FormSources"/>, or one of the words below.</param>
/// <param name="Fixed">The words for <see cref="FixedText"/>.</param>
/// <param name="Ticks">For ticks: by the state, the code of the <see cref="FormTicks"/> condition on which it is ticked.</param>
public sealed record FieldChoice(string Source, string? Fixed = null, IReadOnlyDictionary<string, string>? Ticks = null)
{
    /// <summary>The field stays as the blank has it, which mostly is empty.</summary>
    public const string Keep = "Keep";

    /// <summary>The signer writes it on paper.</summary>
    public const string ByHand = "ByHand";

    /// <summary>Always the same words.</summary>
    public const string FixedText = "Fixed";

    /// <summary>Ticked under conditions, one for each state.</summary>
    public const string Conditions = "Ticks";

    /// <summary>Whether something of ours goes into the field.</summary>
    public bool Fills => Source == Conditions ? Ticks!.Values.Any(t => t is not (Keep or ByHand)) : Source is not (Keep or ByHand);

    /// <summary>Whether the signer has to write something.</summary>
    public bool NeedsHand => Source == ByHand || Ticks?.Values.Contains(ByHand) == true;

    /// <summary>Whether both say the same.</summary>
    public bool Same(FieldChoice? other) => other is not null && Source == other.Source && Fixed == other.Fixed
        && (Ticks ?? EmptyTicks).OrderBy(t => t.Key, StringComparer.Ordinal).SequenceEqual((other.Ticks ?? EmptyTicks).OrderBy(t => t.Key, StringComparer.Ordinal));

    private static readonly Dictionary<string, string> EmptyTicks = [];
}

/// <summary>A field of the form and what goes into it; nobody has decided when there is no choice.</summary>
public sealed record MappedField(FormField Field, FieldChoice? Choice)
{
    /// <summary>Whether it has to be decided before the form can be used.</summary>
    public bool IsMissing => Field is { Required: true, Places.Count: > 0 } && Choice is not ({ Fills: true } or { NeedsHand: true });
}

/// <summary>All fields of a form in reading order.</summary>
public sealed record FormMap(IReadOnlyList<FormPageSize> Pages, IReadOnlyList<MappedField> Fields)
{
    /// <summary>The fields that can be seen on a page, by their first place.</summary>
    public IEnumerable<MappedField> OnPage(int page) => Fields.Where(f => f.Field.Places is [var first, ..] && first.Page == page);

    /// <summary>How many fields something goes into.</summary>
    public int Filled => Fields.Count(f => f.Choice?.Fills == true);

    /// <summary>How many visible fields nobody has decided about.</summary>
    public int Open => Fields.Count(f => f.Choice is null && f.Field.Places.Count > 0);

    /// <summary>Whether the signer has to write something on paper, so that an electronic signature is not enough.</summary>
    public bool NeedsHand => Fields.Any(f => f.Choice?.NeedsHand == true);

    /// <summary>The map of a new upload: what an older version said of a field of the same name and kind holds again, the first that says anything.</summary>
    public static FormMap From(FormShape shape, IEnumerable<FormMap> before)
    {
        var known = before.SelectMany(map => map.Fields).Where(f => f.Choice is not null).ToLookup(f => (f.Field.Name, f.Field.Kind), f => f.Choice!);
        return new(shape.Pages, [.. shape.Fields.Select(field => new MappedField(
            field, known[(field.Name, field.Kind)].FirstOrDefault(choice => FormRules.Broken(field, choice) is null)))]);
    }

    /// <summary>With other choices; null makes a field undecided again.</summary>
    public FormMap With(IReadOnlyDictionary<string, FieldChoice?> choices) =>
        this with { Fields = [.. Fields.Select(f => choices.TryGetValue(f.Field.Name, out var choice) ? f with { Choice = choice } : f)] };

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EventJson.Options);

    /// <summary>From the store.</summary>
    public static FormMap Parse(string json) => JsonSerializer.Deserialize<FormMap>(json, EventJson.Options)!;
}
