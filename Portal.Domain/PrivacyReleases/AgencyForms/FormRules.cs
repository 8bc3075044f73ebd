using System.Globalization;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Platform;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>Which choices are valid for a field.</summary>
public static class FormRules
{
    private const int LongestFixed = 500;

    /// <summary>The problem with a choice; null when it's valid for the field.</summary>
    public static Outcome.Refused? Broken(FormField field, FieldChoice choice)
    {
        if (field.IsTick)
            return IsTick(field, choice) ? null : new("Field {0} can't be filled with that.", field.Number);
        return choice.Source switch
        {
            FieldChoice.Keep or FieldChoice.ByHand => null,
            FieldChoice.FixedText when string.IsNullOrWhiteSpace(choice.Fixed) => new("Enter the fixed text for field {0}.", field.Number),
            FieldChoice.FixedText when choice.Fixed.Length > LongestFixed =>
                new("Shorten the fixed text for field {0} to {1} characters or fewer.", field.Number, LongestFixed),
            FieldChoice.FixedText when field.MaxLength is { } most && new StringInfo(choice.Fixed).LengthInTextElements > most =>
                new("Shorten the fixed text for field {0} to {1} characters or fewer.", field.Number, most),
            FieldChoice.FixedText when !IsListed(field, choice.Fixed) => new("Choose the fixed text for field {0} from the form's own list.", field.Number),
            FieldChoice.FixedText when field.Kind != FieldKind.Signature => null,
            FormSources.Signature => null,
            var source when field.Kind != FieldKind.Signature && FormSources.Find(source) is not null => null,
            _ => new("Field {0} can't be filled with that.", field.Number),
        };
    }

    private static bool IsTick(FormField field, FieldChoice choice) =>
        choice is { Source: FieldChoice.Conditions, Ticks.Count: > 0 }
            ? choice.Ticks.All(t => field.States.Contains(t.Key) && (t.Value is FieldChoice.Keep or FieldChoice.ByHand || FormTicks.Find(t.Value) is not null))
            : choice is { Source: FieldChoice.Keep or FieldChoice.ByHand, Ticks: null };

    private static bool IsListed(FormField field, string text) =>
        field.Kind != FieldKind.Choice || field.Editable || field.Options.Any(o => o.Value == text || o.Text == text);
}
