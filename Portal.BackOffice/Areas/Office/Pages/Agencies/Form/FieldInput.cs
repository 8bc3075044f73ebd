using Portal.Domain.Paper.Forms;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>What somebody chose for a field.</summary>
public sealed class FieldInput
{
    private const string Listed = "Listed:";

    /// <summary>The number of the field in the form.</summary>
    public int Number { get; set; }

    /// <summary>A source, or a line of the form's own list; empty when nobody has decided.</summary>
    public string? Source { get; set; }

    /// <summary>The fixed text.</summary>
    public string? Fixed { get; set; }

    /// <summary>For ticks, the condition of each state in the order of the states.</summary>
    public List<string?> Ticks { get; set; } = [];

    /// <summary>The value that stands for a line of the form's own list.</summary>
    public static string ListedOf(FieldOption option) => Listed + option.Value;

    /// <summary>As stored, or as suggested.</summary>
    public static FieldInput From(FormField field, FieldChoice? choice) => new()
    {
        Number = field.Number,
        Source = choice is { Source: FieldChoice.FixedText } && field.Options.FirstOrDefault(o => o.Value == choice.Fixed) is { } option ? ListedOf(option) : choice?.Source,
        Fixed = choice?.Fixed,
        Ticks = [.. field.States.Select(s => choice?.Source is FieldChoice.Keep or FieldChoice.ByHand ? choice.Source : choice?.Ticks?.GetValueOrDefault(s))],
    };

    /// <summary>With one condition for each state, whatever was posted.</summary>
    public FieldInput Fitting(FormField field)
    {
        Ticks = [.. field.States.Select((_, index) => Ticks.ElementAtOrDefault(index))];
        return this;
    }

    /// <summary>As it is to be stored; null when nobody has decided.</summary>
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
