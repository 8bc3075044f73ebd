using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Resources;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.Resources;

/// <summary>The organizations the office refers people to.</summary>
public sealed class IndexModel(ResourceLibrary library, TopicCatalog topics, CheckResource check, Calendars calendars, PageReader reader) : PageModel
{
    /// <summary>Words to find.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The topic.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    /// <summary>The state's two letters.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>The county.</summary>
    [BindProperty(SupportsGet = true)]
    public string? County { get; set; }

    /// <summary>What fits, the best first.</summary>
    public IReadOnlyList<LibraryEntry> Found { get; private set; } = [];

    /// <summary>The topics to choose from.</summary>
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <summary>Date formatting.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => new[] { Search, Topic, State, County }.Any(f => !string.IsNullOrWhiteSpace(f));

    /// <summary>This list with its filters.</summary>
    public string Here => Links.With(Links.Office.Resources, ("Search", Search), ("Topic", Topic), ("State", State), ("County", County));

    /// <summary>Whom an organization serves.</summary>
    public string Serves(LibraryEntry entry) => ServesIn(entry, reader.Text);

    /// <summary>Whom an organization serves, in the reader's language.</summary>
    internal static string ServesIn(LibraryEntry entry, Translator text) => (entry.States.Count, entry.Counties.Count) switch
    {
        (0, _) => text["All states"],
        (_, 0) => string.Join(", ", entry.States),
        _ => $"{string.Join(", ", entry.States)}: {string.Join(", ", entry.Counties)}",
    };

    /// <summary>Lists what fits.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Records that an organization's data is still right.</summary>
    public async Task<IActionResult> OnPostCheckAsync(Guid resource, int version, CancellationToken cancellation)
    {
        ModelState.Clear();
        var today = (await calendars.ReadAsync(cancellation)).DayOf(reader.Now);
        var outcome = await check.ExecuteAsync(new(resource, version, today), reader.Actor, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Here, "Checked today.");
        new FormCheck(this, reader.Text).Refusal(outcome);
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Dates = new(await calendars.ReadAsync(cancellation), reader.Now, reader.Text.Language);
        Topics = [.. (await topics.AllAsync(cancellation)).Select(t => new SelectListItem(t.Issue.In(reader.Text.Language), t.Code)).OrderBy(t => t.Text, StringComparer.CurrentCulture)];
        Found = await library.FindAsync(new() { Words = Search, Topic = Topic, State = State?.Trim().ToUpperInvariant(), County = County }, reader.Text.Language, cancellation);
    }
}
