using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>
/// Edits the draft of a template. Clauses are added, moved and removed by buttons that send the whole form and save nothing;
/// whatever was typed stays.
/// </summary>
public sealed class EditModel(PortalDb db, SaveTemplateDraft save, StaffActor staff, Translator text) : PageModel
{
    private HashSet<int> _open = [];

    /// <summary>What the form posts, but for the clauses.</summary>
    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    /// <summary>The clauses the form posts, in order.</summary>
    [BindProperty]
    public List<ClauseInput> Clauses { get; set; } = [];

    /// <summary>The template as it is stored.</summary>
    public ReleaseTemplate Template { get; private set; } = null!;

    /// <summary>What keeps it from being published, as it stands in the form.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; private set; } = [];

    /// <summary>The published versions, the newest first.</summary>
    public IReadOnlyList<PublishedVersion> Versions { get; private set; } = [];

    /// <summary>What was done to the form without saving, in English; null for nothing.</summary>
    public string? Done { get; private set; }

    /// <summary>How the form differs from what somebody else saved meanwhile; null when nobody did.</summary>
    public IReadOnlyList<WordingChange>? Meanwhile { get; private set; }

    /// <summary>Whether the clause at this place is shown unfolded.</summary>
    public bool IsOpen(int place) => _open.Contains(place);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        (Input, Clauses) = (TemplateInput.From(Template), [.. Template.Words().Clauses.Select(ClauseInput.From)]);
        return Show();
    }

    /// <summary>Saves, or does to the clauses what the pressed button says.</summary>
    public async Task<IActionResult> OnPostAsync(string code, string? press, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        ClauseOrder.Name(Clauses);
        if (press is null or "save" or "preview")
            return await SaveAsync(press, cancellation);
        if (ClauseOrder.Apply(Clauses, press) is var (place, sentence))
        {
            (Done, _open) = (sentence, [place]);
            // The fields show the new order, not the posted one.
            ModelState.Clear();
        }

        return Show();
    }

    private async Task<IActionResult> SaveAsync(string? press, CancellationToken cancellation)
    {
        var verified = new TemplateFormCheck(ModelState, text).Check(Input, Clauses);
        _open = [.. ClausesWithErrors()];
        if (!ModelState.IsValid)
            return Show();
        var outcome = await save.ExecuteAsync(new(Template.Code, Input.Version, Words(), Input.Source, verified), staff.Current, cancellation);
        if (outcome.Succeeded)
            return press == "preview" ? LocalRedirect(Links.Office.TemplatePreview(Template.Code))
                : this.RedirectWithNotice(Links.Office.Template(Template.Code), "Draft saved. No one will sign it until you publish it.");
        if (outcome is Outcome.Stale)
            await ShowWhatOthersSavedAsync(cancellation);
        else
            ModelState.AddModelError("", text.Explain(outcome));
        return Show();
    }

    // Saving once more puts this form in the place of what the other one saved; that has to be a decision.
    private async Task ShowWhatOthersSavedAsync(CancellationToken cancellation)
    {
        await ReadAsync(Template.Code, cancellation);
        Meanwhile = WordingChanges.Between(Template.Words(), Words(), text);
        Input.Version = Template.Version;
        ModelState.Remove("Input.Version");
    }

    private IActionResult Show()
    {
        Problems = TemplateCheck.ProblemsOf(Words());
        _open.UnionWith(Problems.Where(p => p.Clause is not null).Select(p => p.Clause!.Value - 1));
        return Page();
    }

    private TemplateWording Words() => new(new(Input.TitleEn?.Trim() ?? "", Input.TitleEs?.Trim() ?? ""), [.. Clauses.Select(c => c.ToClause())]);

    private IEnumerable<int> ClausesWithErrors() =>
        Enumerable.Range(0, Clauses.Count).Where(i => ModelState.FindKeysWithPrefix($"Clauses[{i}]").Any(e => e.Value!.Errors.Count > 0));

    private async Task<bool> ReadAsync(string code, CancellationToken cancellation)
    {
        Template = (await db.Set<ReleaseTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Code == code, cancellation))!;
        if (Template is null)
            return false;
        Versions = await PublishedVersion.ReadAsync(db, Template, cancellation);
        return true;
    }
}
