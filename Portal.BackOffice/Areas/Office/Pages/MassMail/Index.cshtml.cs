using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.MassMail;
using Portal.Domain.Platform;
using Portal.Domain.Surges;

namespace Portal.BackOffice.Areas.Office.Pages.MassMail;

/// <summary>What limits mass communication: the rules, the counts of identical texts, and the elections before which nothing goes out.</summary>
public sealed class IndexModel(MassMailPageQuery query, RecordElection record, RemoveElection remove, SurgeList surges, PageReader reader) : PageModel
{
    /// <summary>What the page shows.</summary>
    public MassMailPage Shown { get; private set; } = null!;

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>Names of staff.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Names of surges.</summary>
    public IReadOnlyDictionary<Guid, string> Events { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The rules.</summary>
    public static MassMailRules Rules => MassMailRules.Current;

    /// <summary>Kinds of elections.</summary>
    public static IEnumerable<SelectListItem> Kinds { get; } = [.. Enum.GetValues<ElectionKind>().Select(k => new SelectListItem(Describe(k), k.ToString()))];

    /// <summary>The form for an election.</summary>
    public sealed class FormInput
    {
        /// <summary>Its id, created when the form is first shown.</summary>
        public Guid Id { get; set; }

        /// <summary>Election day.</summary>
        public DateParts Day { get; set; } = new();

        /// <summary>Its kind.</summary>
        public ElectionKind? Kind { get; set; }

        /// <summary>Whether the Member is on the ballot.</summary>
        public bool OnBallot { get; set; } = true;
    }

    /// <summary>A kind in words.</summary>
    public static string Describe(ElectionKind kind) => kind switch
    {
        ElectionKind.Primary => Says("Primary or caucus"),
        ElectionKind.General => Says("General election"),
        ElectionKind.Special => Says("Special election"),
        _ => Says("Runoff"),
    };

    /// <summary>Shows the page.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Enters an election.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = new FormCheck(this, reader.Text).That(Input.Kind is not null, "Input.Kind", "Choose the kind of election.");
        var day = check.RequiredDay("Input.Day", Input.Day, "Enter election day, such as 11 2 2027.");
        if (check.Passed)
            return await AnswerAsync(await record.ExecuteAsync(new(Input.Id, day!.Value, Input.Kind!.Value, Input.OnBallot), reader.Actor, cancellation), "Election added.", cancellation);
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Removes an election.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid election, CancellationToken cancellation)
    {
        ModelState.Clear();
        return await AnswerAsync(await remove.ExecuteAsync(election, reader.Actor, cancellation), "Election removed.", cancellation);
    }

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string done, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.MassMail, done);
        new FormCheck(this, reader.Text).Refusal(outcome);
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Shown = await query.ReadAsync(cancellation);
        Names = await reader.NamesAsync(cancellation);
        Events = (await surges.ReadAsync(cancellation)).ToDictionary(s => s.Id, s => s.NameIn(reader.Text.Language));
        if (Input.Id == default)
            Input.Id = Guid.CreateVersion7(new DateTimeOffset(reader.Now));
    }

    // Marks a text as a key of the translations.
    private static string Says(string english) => english;
}
