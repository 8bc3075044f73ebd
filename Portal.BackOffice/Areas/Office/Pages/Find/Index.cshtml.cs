using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Find;

/// <summary>
/// Finds a case, a page, or what can be done with the case one came from. Ctrl+K opens it as a dialog. What is typed never becomes part
/// of an address.
/// </summary>
public sealed class IndexModel(FindQuery find, AgencyAndTopicNames names, OfficeNavigation navigation, PageReader reader) : PageModel
{
    /// <summary>What is looked for.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The reference of the case one came from; null for none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    /// <summary>Cases that match.</summary>
    public IReadOnlyList<Case> Cases { get; private set; } = [];

    /// <summary>What can be done with the case one came from.</summary>
    public IReadOnlyList<NavLink> Deeds { get; private set; } = [];

    /// <summary>Pages that match.</summary>
    public IReadOnlyList<NavLink> Places { get; private set; } = [];

    /// <summary>Names of agencies and topics.</summary>
    public AgencyAndTopicNames.Names Names { get; private set; } = null!;

    /// <summary>Shows the form with every page and deed.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    /// <summary>Finds.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Names = await names.ReadAsync(reader.Text.Language, cancellation);
        Cases = await find.FindAsync(Words, reader.Actor, cancellation);
        Places = [.. navigation.Links.Concat(navigation.More).Append(new("New case", Links.Office.NewCase)).Where(l => Says(l.Text) && (l.Text != "New case" || navigation.MayOpenCases))];
        Deeds = CaseReference.TryParse(On, out var reference) ? [.. DeedsOf(Links.Office.CasePages(reference.ToString())).Where(l => Says(l.Text))] : [];
    }

    // Every word is in what the link says.
    private bool Says(string english) => (Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(w => reader.Text[english].Contains(w, StringComparison.CurrentCultureIgnoreCase));

    private IEnumerable<NavLink> DeedsOf(CaseLinks urls) => new (string Text, string Path, Permission Needed)[]
    {
        ("Write to the constituent", urls.Message, Permission.MessageConstituents),
        ("Contact the agency", urls.NewLetter(), Permission.ContactAgencies),
        ("Log a call", urls.Call, Permission.WriteNotes),
        ("Add a note", urls.Note, Permission.WriteNotes),
        ("Request information", urls.Ask, Permission.MessageConstituents),
        ("Add a file", urls.File, Permission.WorkCases),
        ("Assign", urls.Assign, Permission.AssignCases),
        ("Snooze", urls.Snooze, Permission.WorkCases),
        ("Ask for a decision", urls.Decision(), Permission.WorkCases),
        ("Refer", urls.Refer(), Permission.WorkCases),
        ("Close", urls.Close(), Permission.WorkCases),
    }.Where(d => reader.Actor.May(d.Needed)).Select(d => new NavLink(d.Text, d.Path));
}
