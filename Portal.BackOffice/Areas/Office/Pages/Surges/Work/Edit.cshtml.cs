using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Surges;

namespace Portal.BackOffice.Areas.Office.Pages.Surges.Work;

/// <summary>Opens a surge or changes it.</summary>
public sealed class EditModel(SurgeList surges, SaveSurge save, AgencyAndTopicNames lists, Calendars calendars, PageReader reader) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>Topics to choose from.</summary>
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <summary>The form for a surge.</summary>
    public sealed class FormInput
    {
        /// <summary>Its id, created when the form is first shown, so that a double click opens one.</summary>
        public Guid Id { get; set; }

        /// <summary>Version the form was made from; null for a new one.</summary>
        public int? Version { get; set; }

        /// <summary>Name in English.</summary>
        public string? Name { get; set; }

        /// <summary>Name in Spanish.</summary>
        public string? NameEs { get; set; }

        /// <summary>The banner in English.</summary>
        public string? Banner { get; set; }

        /// <summary>The banner in Spanish.</summary>
        public string? BannerEs { get; set; }

        /// <summary>The topic.</summary>
        public string? TopicCode { get; set; }

        /// <summary>ZIP codes.</summary>
        public string? Zips { get; set; }

        /// <summary>First day.</summary>
        public DateParts StartsOn { get; set; } = new();

        /// <summary>Last day.</summary>
        public DateParts EndsOn { get; set; } = new();
    }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellation)
    {
        if (id is null)
            Input = new() { Id = Guid.CreateVersion7(new DateTimeOffset(reader.Now)), StartsOn = DateParts.From((await calendars.ReadAsync(cancellation)).DayOf(reader.Now)) };
        else if (await surges.FindAsync(id.Value, cancellation) is { } surge)
            Input = new()
            {
                Id = surge.Id,
                Version = surge.Version,
                Name = surge.Name,
                NameEs = surge.NameEs,
                Banner = surge.Banner,
                BannerEs = surge.BannerEs,
                TopicCode = surge.TopicCode,
                Zips = string.Join(' ', surge.Zips),
                StartsOn = DateParts.From(surge.StartsOn),
                EndsOn = surge.EndsOn is { } end ? DateParts.From(end) : new(),
            };
        else
            return NotFound();
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = new FormCheck(this, reader.Text)
            .Required("Input.Name", Input.Name, Surge.LongestName, "Enter a name of 80 characters or fewer.")
            .Required("Input.NameEs", Input.NameEs, Surge.LongestName, "Enter a name of 80 characters or fewer.")
            .Required("Input.Banner", Input.Banner, Surge.LongestBanner, "Enter 300 characters or fewer.")
            .Required("Input.BannerEs", Input.BannerEs, Surge.LongestBanner, "Enter 300 characters or fewer.")
            .Required("Input.TopicCode", Input.TopicCode, "Choose a topic.");
        var first = check.RequiredDay("Input.StartsOn", Input.StartsOn, "Enter the first day, such as 12 1 2026.");
        var last = check.Day("Input.EndsOn", Input.EndsOn);
        if (check.Passed)
        {
            var outcome = await save.ExecuteAsync(
                new(Input.Id, Input.Version, new(Input.Name!, Input.NameEs!), new(Input.Banner!, Input.BannerEs!), Input.TopicCode!, first!.Value) { EndsOn = last, Zips = Input.Zips },
                reader.Actor, cancellation);
            if (outcome.Succeeded)
                return this.RedirectWithNotice(Links.Office.Surge(Input.Id), "Saved. The public site shows the banner from the first day on.");
            check.Refusal(outcome, outcome is Outcome.Refused { Reason: var why } && why.Contains("ZIP", StringComparison.Ordinal) ? "Input.Zips" : "");
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation) => Topics = (await lists.ReadAsync(reader.Text.Language, cancellation)).TopicChoices;
}
