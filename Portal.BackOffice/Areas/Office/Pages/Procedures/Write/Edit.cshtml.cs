using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Knowledge;
using Portal.Domain.Platform;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.Procedures.Write;

/// <summary>Adds a procedure or changes one.</summary>
[MostFields(1_000)]
public sealed class EditModel(ProcedureList procedures, TopicCatalog topics, AgencyDirectory agencies, SaveProcedure save, PageReader reader) : PageModel
{
    /// <summary>The procedure's id from the URL; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public ProcedureInput Input { get; set; } = new();

    /// <summary>What someone else saved meanwhile; null when nobody did.</summary>
    public ProcedureCard? Theirs { get; private set; }

    /// <summary>Whether to show how it will look.</summary>
    public bool IsPreview { get; private set; }

    /// <summary>The topics of each agency.</summary>
    public IReadOnlyList<TopicGroup> Groups { get; private set; } = [];

    /// <summary>Whether there's anything in Spanish.</summary>
    public bool HasSpanish => !string.IsNullOrWhiteSpace(Input.TitleEs + Input.BodyEs);

    /// <summary>An agency's topics to choose from.</summary>
    public sealed record TopicGroup(string Name, IReadOnlyList<SelectListItem> Items);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var procedure = await ReadAsync(cancellation);
        if (Id is not null && procedure is null)
            return NotFound();
        Input = procedure is null ? new() { Key = Guid.CreateVersion7() } : ProcedureInput.From(procedure);
        return await ShowAsync(cancellation);
    }

    /// <summary>Shows how it will look. Saves nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation)
    {
        IsPreview = true;
        return await ShowAsync(cancellation);
    }

    /// <summary>Saves the procedure.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await save.ExecuteAsync(new(Id ?? Input.Key, Id is null ? null : Input.Version, Input.ToCard()), reader.Actor, cancellation);
        if (outcome is Outcome.NotPermitted)
            return StatusCode(403);
        if (outcome is Outcome.NotFound)
            return NotFound();
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Procedure(Id ?? Input.Key), "Procedure saved.");
        if (outcome is Outcome.Stale && await procedures.FindAsync(Id ?? Input.Key, cancellation) is { } saved)
        {
            (Theirs, Id, Input.Version) = (saved.Card, saved.Id, saved.Version);
            ModelState.Clear();
            new FormCheck(this, reader.Text).Problem("", "Someone else saved this procedure first. Nothing of yours is lost: compare, and save again.");
        }
        else
        {
            new FormCheck(this, reader.Text).Refusal(outcome, FieldOf(outcome));
        }

        return await ShowAsync(cancellation);
    }

    // The field that a refusal is about, so that the summary leads to it.
    private static string FieldOf(Outcome outcome) => (outcome as Outcome.Refused)?.Reason switch
    {
        "Enter a title." => "Input.Title",
        "Enter the text." => "Input.Body",
        _ => "",
    };

    private async Task<Procedure?> ReadAsync(CancellationToken cancellation) =>
        Id is { } id && await procedures.FindAsync(id, cancellation) is { RetiredAt: null } procedure ? procedure : null;

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        // After a switch of language, what was chosen stands in the form, not in what was read.
        var typed = ModelState.TryGetValue($"{nameof(Input)}.{nameof(Input.Topics)}", out var entry) ? entry.RawValue : null;
        var (language, chosen) = (reader.Text.Language, typed switch { string[] many => many.ToHashSet(), string one => [one], _ => Input.Topics.ToHashSet() });
        var known = await agencies.ReadAsync(cancellation);
        Groups = [.. (await topics.AllAsync(cancellation)).GroupBy(t => t.Agency)
            .Select(g => new TopicGroup(
                known.GetValueOrDefault(g.Key)?.ShortNameIn(language) ?? g.Key,
                [.. g.Select(t => new SelectListItem(t.Issue.In(language), t.Code, chosen.Contains(t.Code)))]))];
        return Page();
    }
}
