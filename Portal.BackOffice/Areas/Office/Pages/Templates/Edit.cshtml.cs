using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>
/// Edits the draft of a template. Buttons that add, move, or remove a clause post the whole form without saving it, so
/// nothing the user typed is lost.
/// </summary>
public sealed class EditModel(TemplatePageQuery query, SaveTemplateDraft save, StaffActor staff, Translator text) : PageModel
{
    private HashSet<int> _open = [];

    /// <summary>What the form posts, except the clauses.</summary>
    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    /// <summary>The clauses, in order.</summary>
    [BindProperty]
    public List<ClauseInput> Clauses { get; set; } = [];

    /// <summary>The stored template.</summary>
    public ReleaseTemplate Template { get; private set; } = null!;

    /// <summary>What blocks publishing, based on the form as it is now.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; private set; } = [];

    /// <summary>The published versions, newest first.</summary>
    public IReadOnlyList<PublishedVersion> Versions { get; private set; } = [];

    /// <summary>What was done to the form without saving, in English; null if nothing.</summary>
    public string? Done { get; private set; }

    /// <summary>How the form differs from what someone else saved in the meantime; null if no one did.</summary>
    public IReadOnlyList<WordingChange>? Meanwhile { get; private set; }

    /// <summary>Whether the clause at this position is shown expanded.</summary>
    public bool IsOpen(int place) => _open.Contains(place);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        (Input, Clauses) = (TemplateInput.From(Template), [.. Template.Words().Clauses.Select(ClauseInput.From)]);
        return Show();
    }

    /// <summary>Saves, or applies the button's command to the clauses.</summary>
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
            // Without this, the fields would show the posted order instead of the new one.
            ModelState.Clear();
        }

        return Show();
    }

    private async Task<IActionResult> SaveAsync(string? press, CancellationToken cancellation)
    {
        var check = new FormCheck(this, text);
        var verified = Input.Read(check, Clauses);
        _open = [.. ClausesWithErrors()];
        if (!check.Passed)
            return Show();
        var outcome = await save.ExecuteAsync(new(Template.Code, Input.Version, Words(), Input.Source, verified), staff.Current, cancellation);
        if (outcome.Succeeded)
            return press == "preview" ? LocalRedirect(Links.Office.TemplatePreview(Template.Code))
                : this.RedirectWithNotice(Links.Office.Template(Template.Code), "Draft saved. No one will sign it until you publish it.");
        if (outcome is Outcome.Stale)
            await ShowWhatOthersSavedAsync(cancellation);
        else
            check.Refusal(outcome);
        return Show();
    }

    // Saving again replaces the other person's version; that has to be a deliberate choice.
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
        if (await query.ReadAsync(code, cancellation) is not var (draft, versions))
            return false;
        (Template, Versions) = (draft, versions);
        return true;
    }
}
