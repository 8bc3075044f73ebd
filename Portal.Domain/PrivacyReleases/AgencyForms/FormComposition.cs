using Portal.Domain.Paper.Forms;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>Works out each field's value from the map and the facts. A pure function.</summary>
public static class FormComposition
{
    /// <summary>The values for the fields of a form.</summary>
    public static FormEntries Compose(string title, FormMap map, FormFacts facts)
    {
        var values = new Dictionary<string, FieldValue>();
        foreach (var (field, choice) in map.Fields)
            if (choice is not null && Value(field, choice, facts) is { } value)
                values[field.Name] = value;
        return new(title, facts.Moment.Reference, values) { CornerCode = facts.Moment.CornerCode };
    }

    private static FieldValue? Value(FormField field, FieldChoice choice, FormFacts facts) => choice switch
    {
        { Source: FieldChoice.Keep or FieldChoice.ByHand } => null,
        { Source: FieldChoice.FixedText } => new FieldValue.Text(choice.Fixed!),
        { Source: FieldChoice.Conditions } => Tick(field, choice, facts),
        { Source: FormSources.Signature } => facts.Moment.SignatureName is { } name ? new FieldValue.Signature(name) : null,
        _ => FormSources.Find(choice.Source)?.Read(facts) is { } text && !string.IsNullOrWhiteSpace(text) ? new FieldValue.Text(text) : null,
    };

    // The first state whose condition holds. A box without a condition stays as it is on the blank.
    private static FieldValue.Tick? Tick(FormField field, FieldChoice choice, FormFacts facts) => choice.Fills
        ? new(field.States.FirstOrDefault(s => choice.Ticks!.TryGetValue(s, out var code) && FormTicks.Find(code)?.Holds(facts) == true))
        : null;
}
