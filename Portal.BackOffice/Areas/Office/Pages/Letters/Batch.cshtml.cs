using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Offices;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.Letters;

/// <summary>Open inquiries with one agency, and the sheet to go over with its liaison.</summary>
public sealed class BatchModel(
    OpenInquiriesQuery inquiries, AgencyDirectory agencies, TopicCatalog topics, PrintBatchSheet print, Calendars calendars, PageReader reader) : PageModel
{
    private IReadOnlyList<TopicCard> _topics = [];

    /// <summary>The agency's code.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>Whether only the reader's own cases are listed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    /// <summary>Whether only late answers are listed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    /// <summary>The inquiries that were chosen.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>The agencies with open inquiries.</summary>
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>The open inquiries.</summary>
    public IReadOnlyList<OpenInquiry> Open { get; private set; } = [];

    /// <summary>Date formatting.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>Whether an inquiry is ticked: all are, until somebody chooses.</summary>
    public bool IsChosen(Guid inquiry) => Request.Method == "GET" || Chosen.Contains(inquiry);

    /// <summary>The topic of an inquiry's case.</summary>
    public string TopicOf(OpenInquiry row) => _topics.FirstOrDefault(t => t.Code == row.TopicCode)?.Issue.In(reader.Text.Language) ?? "";

    /// <summary>Lists them.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Opens the sheet.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await print.ExecuteAsync(new(Agency ?? "", Chosen), reader.Actor, cancellation);
        if (outcome is PrintBatchSheet.Printed sheet)
            return File(sheet.Pdf, "application/pdf");
        new FormCheck(this, reader.Text).Refusal(outcome);
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        _topics = await topics.AllAsync(cancellation);
        Dates = new(await calendars.ReadAsync(cancellation), reader.Now, reader.Text.Language);
        var open = await inquiries.AgenciesAsync(cancellation);
        Agencies = AgencyChoices.From((await agencies.ReadAsync(cancellation)).Values.Where(a => open.Contains(a.Code)).OrderBy(a => a.Code, StringComparer.Ordinal), reader.Text.Language);
        if (!string.IsNullOrEmpty(Agency))
            Open = await inquiries.ReadAsync(new(Agency) { AssignedTo = Mine ? reader.Actor.Id : null, LateOnly = Late }, reader.Actor, cancellation);
    }
}
