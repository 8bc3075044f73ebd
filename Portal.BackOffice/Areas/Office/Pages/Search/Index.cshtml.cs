using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Search;
using Portal.Domain.Search;

namespace Portal.BackOffice.Areas.Office.Pages.Search;

/// <summary>Everything written in cases, found and shown where it stands. What is typed never becomes part of an address.</summary>
public sealed class IndexModel(SearchQuery search, AgencyAndTopicNames names, Calendars calendars, PageReader reader) : PageModel
{
    /// <summary>What is looked for.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>In which order.</summary>
    [BindProperty]
    public SearchOrder Order { get; set; } = SearchOrder.Best;

    /// <summary>The number of the first case shown.</summary>
    [BindProperty]
    public int From { get; set; } = 1;

    /// <summary>What was found; null before anything was looked for.</summary>
    public FoundPage? Found { get; private set; }

    /// <summary>Names of agencies and topics.</summary>
    public AgencyAndTopicNames.Names Names { get; private set; } = null!;

    /// <summary>Formats the days.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>Shows the empty form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Finds.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Words = Words?.Trim();
        if (string.IsNullOrEmpty(Words))
            return Page();
        Names = await names.ReadAsync(reader.Text.Language, cancellation);
        Dates = new(await calendars.ReadAsync(cancellation), reader.Now, reader.Text.Language);
        Found = await search.FindAsync(Words, Order, From, reader.Actor, cancellation);
        return Page();
    }

    /// <summary>What kind of text it is, in English.</summary>
    public static string NameOf(TextPlace place) => place switch
    {
        TextPlace.Contact => "Contact details",
        TextPlace.Topic => "Topic",
        TextPlace.Request => "Request",
        TextPlace.FromConstituent => "Message from the constituent",
        TextPlace.ToConstituent => "Message to the constituent",
        TextPlace.Note => "Note",
        TextPlace.Call => "Call",
        TextPlace.Ask => "Request to the constituent",
        TextPlace.Inquiry => "Letter to an agency",
        TextPlace.Answer => "Agency’s answer",
        TextPlace.Decision => "Decision",
        TextPlace.Document => "Document",
        _ => "Referral",
    };
}
