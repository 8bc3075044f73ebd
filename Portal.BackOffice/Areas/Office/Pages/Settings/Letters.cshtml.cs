using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Offices;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Settings;

/// <summary>The letterhead of letters to agencies, and whether a second person reads them.</summary>
[RequestSizeLimit(MostBytes)]
public sealed class LettersModel(OfficePractice practice, LetterDrafts drafts, SaveLetterhead save, StaffActor staff, Translator text) : PageModel
{
    // A picture that's too large gets a sentence that says so, and not the server's own page.
    private const long MostBytes = 25 * 1024 * 1024;

    /// <summary>The office's own lines.</summary>
    [BindProperty]
    public string? More { get; set; }

    /// <summary>Whether a second person reads every letter.</summary>
    [BindProperty]
    public bool Reviews { get; set; }

    /// <summary>Whether the seal is taken away.</summary>
    [BindProperty]
    public bool WithoutSeal { get; set; }

    /// <summary>A new seal.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The office as the form saw it.</summary>
    [BindProperty]
    public int? Version { get; set; }

    /// <summary>The lines that come from the office's data.</summary>
    public string Lines { get; private set; } = "";

    /// <summary>Whether there is a seal.</summary>
    public bool HasSeal { get; private set; }

    /// <summary>Shows the settings.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var office = await practice.OfficeAsync(cancellation);
        (More, Reviews, Version) = (office?.LetterheadLines, office?.ReviewsLetters == true, office?.Version);
        await LoadAsync(cancellation);
    }

    /// <summary>Saves them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        byte[]? seal = null;
        if (Upload is { } file)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellation);
            seal = bytes.ToArray();
        }

        var outcome = await save.ExecuteAsync(new(Version, More, Reviews) { Seal = seal, WithoutSeal = WithoutSeal }, staff.Current, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Letterhead, "Saved.");
        new FormCheck(this, text).Refusal(outcome, seal is not null && outcome is Outcome.Refused { Reason: var why } && why.Contains("picture", StringComparison.Ordinal) ? nameof(Upload) : nameof(More));
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var office = await practice.OfficeAsync(cancellation);
        Lines = $"{office?.MemberFullName}\n{LetterPaper.OwnLines(office)}".Trim();
        HasSeal = await drafts.HasSealAsync(cancellation);
    }
}
