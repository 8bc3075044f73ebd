using Portal.Domain.Paper.Forms;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>What an administrator chose for a field.</summary>
public sealed class FieldInput
{
    private const string Listed = "Listed:";

    /// <summary>Number of the field in the form.</summary>
    public int Number { get; set; }

    /// <summary>A source, or an option from the form's own list; empty if undecided.</summary>
    public string? Source { get; set; }

    /// <summary>Fixed text.</summary>
    public string? Fixed { get; set; }

    /// <summary>For checkboxes, the condition for each state, in the order of the states.</summary>
    public List<string?> Ticks { get; set; } = [];

    /// <summary>Value that represents an option from the form's own list.</summary>
    public static string ListedOf(FieldOption option) => Listed + option.Value;

    /// <summary>Fills the fields from the stored or suggested choice.</summary>
    public static FieldInput From(FormField field, FieldChoice? choice) => new()
    {
        Number = field.Number,
        Source = choice is { Source: FieldChoice.FixedText } && field.Options.FirstOrDefault(o => o.Value == choice.Fixed) is { } option
            ? ListedOf(option)
            : choice?.Source,
        Fixed = choice?.Fixed,
        Ticks = [.. field.States.Select(s => choice?.Source is FieldChoice.Keep or FieldChoice.ByHand ? choice.Source : choice?.Ticks?.GetValueOrDefault(s))],
    };

    /// <summary>Makes sure there's exactly one condition per state, no matter what was posted.</summary>
    public FieldInput Fitting(FormField field)
    {
        Ticks = [.. field.States.Select((_, index) => Ticks.ElementAtOrDefault(index))];
        return this;
    }

    /// <summary>The choice in the form it's stored in; null if undecided.</summary>
    public FieldChoice? ToChoice(FormField field)
    {
        if (field.IsTick)
        {
            var ticks = field.States.Zip(Ticks).Where(t => !string.IsNullOrEmpty(t.Second)).ToDictionary(t => t.First, t => t.Second!);
            return ticks.Count == 0 ? null : new(FieldChoice.Conditions, null, ticks);
        }

        if (string.IsNullOrEmpty(Source))
            return null;
        if (Source.StartsWith(Listed, StringComparison.Ordinal))
            return new(FieldChoice.FixedText, Source[Listed.Length..]);
        return new(Source, Source == FieldChoice.FixedText ? Fixed?.Trim() : null);
    }
}
