using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Paper.Forms;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>Options for a form field, in the reader's language.</summary>
public sealed class SourceList(Translator text)
{
    private readonly Lazy<IReadOnlyList<SelectListItem>> _sources = new(() => Sources(text));
    private readonly Lazy<IReadOnlyList<SelectListItem>> _conditions = new(() =>
    [
        new(text["Never check it"], FieldChoice.Keep),
        new(text["The signer checks it by hand"], FieldChoice.ByHand),
        .. FormTicks.All.Select(t => new SelectListItem(text[t.Label], t.Code)),
    ]);

    /// <summary>Conditions for a checkbox.</summary>
    public IReadOnlyList<SelectListItem> Conditions => _conditions.Value;

    /// <summary>Sources of text.</summary>
    public IEnumerable<SelectListItem> For(FormField field) =>
    [
        new(text["Leave as is"], FieldChoice.Keep), new(text["The signer fills it in by hand"], FieldChoice.ByHand),
        .. field.Kind == FieldKind.Signature ? [new SelectListItem(text["Typed signature"], FormSources.Signature)] : OfText(field),
    ];

    /// <summary>Describes the stored choice.</summary>
    public string Say(FormField field, FieldChoice? choice) => choice switch
    {
        null => text["Not set"],
        { Source: FieldChoice.Keep } => text["Leave as is"],
        { Source: FieldChoice.ByHand } => text["The signer fills it in by hand"],
        { Source: FieldChoice.FixedText } => text["Fixed text: {0}", choice.Fixed],
        { Source: FieldChoice.Conditions } => string.Join("; ", field.States.Index().Where(s => choice.Ticks!.ContainsKey(s.Item))
            .Select(s => $"{Mark(field, s.Index)}: {Conditions.FirstOrDefault(c => c.Value == choice.Ticks![s.Item])?.Text}")),
        _ => FormSources.Find(choice.Source) is { } source ? Words(source, text) : choice.Source,
    };

    /// <summary>Number of a place on the form: 3, or 3a and 3b for the states of one field.</summary>
    public static string Mark(FormField field, int state) => field.States.Count < 2 ? $"{field.Number}" : $"{field.Number}{(char)('a' + (state % 26))}";

    private IEnumerable<SelectListItem> OfText(FormField field)
    {
        if (field.Options.Count > 0)
        {
            var group = new SelectListGroup { Name = text["Choices on the form"] };
            foreach (var option in field.Options)
                yield return new(option.Text, FieldInput.ListedOf(option)) { Group = group };
        }

        if (field.Kind != FieldKind.Choice || field.Editable)
            yield return new(text["Fixed text"], FieldChoice.FixedText);
        foreach (var source in _sources.Value)
            yield return source;
    }

    private static List<SelectListItem> Sources(Translator text)
    {
        var groups = FormSources.All.Select(s => s.Group).Distinct().ToDictionary(g => g, g => new SelectListGroup { Name = text[g] });
        return [.. FormSources.All.Select(s => new SelectListItem(Words(s, text), s.Code) { Group = groups[s.Group] })];
    }

    private static string Words(FormSource source, Translator text) =>
        source.Pattern is null ? text[source.Label] : $"{text[source.Label]} – {text[source.Pattern]}";
}
