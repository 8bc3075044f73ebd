using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Agencies;
using Portal.Domain.Liaisons;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Directory;

/// <summary>Whom to write to at agencies, kept by caseworkers.</summary>
[RequestSizeLimit(MostBytes)]
public sealed class IndexModel(
    ContactDirectory directory, AgencyDirectory agencies, VerifyContact verify, ImportContacts import, Calendars calendars, PageReader reader) : PageModel
{
    private const int MostBytes = 2 * 1024 * 1024;

    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();

    /// <summary>Only this agency's contacts.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>Words to look for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The file to import.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The contacts found, by agency.</summary>
    public IReadOnlyList<IGrouping<string, AgencyContact>> Groups { get; private set; } = [];

    /// <summary>What USA.gov tells the public, where the words match.</summary>
    public IReadOnlyList<PublicAgency> Public { get; private set; } = [];

    /// <summary>Today in the office's time zone.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The agencies to choose from.</summary>
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>The name of an agency.</summary>
    public string NameOf(string code) => Agencies.FirstOrDefault(a => a.Value == code)?.Text ?? code;

    /// <summary>Who verified the contact and when; null when no one has.</summary>
    public string? VerifiedLine(AgencyContact contact) => contact.VerifiedOn is not { } day ? null
        : contact.VerifiedById is { } by && _names.TryGetValue(by, out var name) ? $"{OfficeText.Day(day)}, {name}" : OfficeText.Day(day);

    /// <summary>Lists the contacts.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>The directory as a CSV file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        // Spreadsheets take a file without this mark for another encoding.
        await using (var writer = new StreamWriter(file, new UTF8Encoding(true), leaveOpen: true))
            await directory.WriteAsync(writer, cancellation);
        return File(file.ToArray(), "text/csv; charset=utf-8", "agency-contacts.csv");
    }

    /// <summary>Records that a contact is still right.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(Guid contact, int version, CancellationToken cancellation)
    {
        ModelState.Clear();
        var today = (await calendars.ReadAsync(cancellation)).DayOf(reader.Now);
        return await AnswerAsync(await verify.ExecuteAsync(new(contact, version, today), reader.Actor, cancellation), "Verified today.", cancellation);
    }

    /// <summary>Imports contacts from a file.</summary>
    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellation)
    {
        if (Upload is null)
        {
            new FormCheck(this, reader.Text).Problem(nameof(Upload), "Choose a CSV file.");
            return await ShowAsync(cancellation);
        }

        using var text = new StreamReader(Upload.OpenReadStream(), Encoding.UTF8);
        var outcome = await import.ExecuteAsync(text, reader.Actor, cancellation);
        return outcome is ImportContacts.Imported done
            ? this.RedirectWithNotice(
                Links.Office.Directory, "Added: {0}. Changed: {1}. Unchanged: {2}. Verify new and changed contacts before you write to them.", done.Added, done.Changed, done.Same)
            : await AnswerAsync(outcome, "", cancellation, nameof(Upload));
    }

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string done, CancellationToken cancellation, string field = "")
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.DirectoryOf(Agency, Search), done);
        new FormCheck(this, reader.Text).Refusal(outcome, field);
        return await ShowAsync(cancellation);
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Today = (await calendars.ReadAsync(cancellation)).DayOf(reader.Now);
        Agencies = AgencyChoices.From(
            (await agencies.ReadAsync(cancellation)).Values.Where(a => a.Code != Portal.Domain.Agencies.Agency.NotFederal).OrderBy(a => a.Code, StringComparer.Ordinal),
            reader.Text.Language);
        _names = await reader.NamesAsync(cancellation);
        Groups = [.. (await directory.ListAsync(Agency, Search, cancellation)).GroupBy(c => c.AgencyCode)];
        Public = await directory.PublicAsync(Search, cancellation);
    }
}
