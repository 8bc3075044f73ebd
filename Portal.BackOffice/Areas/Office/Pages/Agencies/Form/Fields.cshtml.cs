using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Agencies;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>One page of a form with numbered fields and what goes in each one.</summary>
[MostFields(4_096)]
public sealed class FieldsModel(AgencyDirectory agencies, AgencyFormLibrary forms, MapAgencyForm map, StaffActor staff, Translator text)
    : FormPageModel(agencies, forms, staff, text)
{
    /// <summary>Page of the form, starting at 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Sheet { get; set; } = 1;

    /// <summary>Row version the page was loaded from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The choices.</summary>
    [BindProperty]
    public List<FieldInput> Inputs { get; set; } = [];

    /// <summary>Fields on this page.</summary>
    public IReadOnlyList<MappedField> Shown { get; private set; } = [];

    /// <summary>Drawing of the page; null if it can't be drawn.</summary>
    public FormPicture? Picture { get; private set; }

    /// <summary>Whether the fields can be edited.</summary>
    public bool IsDraft => Form.State == AgencyFormState.Draft;

    /// <summary>Sources to choose from.</summary>
    public SourceList Sources { get; } = new(text);

    /// <summary>Suggestion based on the field's own label; null if the field is decided or there's no good guess.</summary>
    public static FieldChoice? Suggested(MappedField field) => field.Choice is null ? FormSuggestions.For(field.Field) : null;

    /// <summary>Numbered boxes on the drawing, including fields that are listed on another page.</summary>
    public IEnumerable<DrawnField> Drawn => Map.Fields.SelectMany(f => f.Field.Places.Where(p => p.Page == Sheet).Select(place => new DrawnField(
        SourceList.Mark(f.Field, place.State is null ? 0 : Math.Max(0, f.Field.States.ToList().IndexOf(place.State))), place,
        (f.Field.Places[0].Page == Sheet ? "" : $"?sheet={f.Field.Places[0].Page}") + $"#field-{f.Field.Number}", f.Choice is not null)));

    /// <summary>Shows a page.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int edition, CancellationToken cancellation)
    {
        if (!await FindAsync(code, edition, cancellation) || Sheet < 1 || Sheet > Math.Max(1, Map.Pages.Count))
            return NotFound();
        await ShowAsync(cancellation);
        Version = Form.Version;
        Inputs = [.. Shown.Select(f => FieldInput.From(f.Field, f.Choice ?? (IsDraft ? Suggested(f) : null)))];
        return Page();
    }

    /// <summary>Saves, then goes to the next page or back to the version.</summary>
    public async Task<IActionResult> OnPostAsync(string code, int edition, CancellationToken cancellation)
    {
        if (!await FindAsync(code, edition, cancellation) || Sheet < 1 || Sheet > Math.Max(1, Map.Pages.Count))
            return NotFound();
        await ShowAsync(cancellation);
        // Follows the order of the page, no matter what was posted.
        Inputs = [.. Shown.Select(f => (Inputs.FirstOrDefault(i => i.Number == f.Field.Number) ?? FieldInput.From(f.Field, f.Choice)).Fitting(f.Field))];
        var choices = new Dictionary<string, FieldChoice?>();
        foreach (var (index, (shown, input)) in Shown.Zip(Inputs).Index())
        {
            var field = shown.Field;
            var choice = choices[field.Name] = input.ToChoice(field);
            if (choice is not null && FormRules.Broken(field, choice) is { } broken)
                new FormCheck(this, Text).Refusal(broken, $"Inputs[{index}].{(choice.Source == FieldChoice.FixedText && !field.IsTick ? "Fixed" : "Source")}");
        }

        if (ModelState.IsValid)
        {
            var next = Sheet < Map.Pages.Count ? Links.Office.FormFields(Agency.Code, Form.Edition, Sheet + 1) : Path;
            if (After(await map.ExecuteAsync(new(Form.Id, Version, choices), Actor, cancellation), next, "Field setup saved.") is { } gone)
                return gone;
        }

        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Shown = [.. Map.OnPage(Sheet)];
        Picture = await Forms.BlankAsync(Form, cancellation) is { } blank && FormPicture.Of(blank, Sheet) is [var page] ? page : null;
    }
}
