using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Surges;

namespace Portal.BackOffice.Areas.Office.Pages.Surges;

/// <summary>One surge: the list of its cases that everyone shares, what was written to many, and closing it.</summary>
public sealed class ShowModel(SurgePageQuery query, CloseSurge close, AgencyAndTopicNames lists, PageReader reader) : PageModel
{
    /// <summary>The surge.</summary>
    public SurgePage Shown { get; private set; } = null!;

    /// <summary>The topic's name.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>Names of staff.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Whether the reader may write to many people.</summary>
    public bool MayWrite => reader.Actor.May(Permission.WriteToMany) && Shown.Surge.ClosedAt is null;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? after, CancellationToken cancellation) =>
        await LoadAsync(id, after, cancellation) ? Page() : NotFound();

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellation)
    {
        var outcome = await close.ExecuteAsync(id, reader.Actor, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Surge(id), "Surge closed. The banner is gone, and its cases go on as usual.");
        if (!await LoadAsync(id, null, cancellation))
            return NotFound();
        new FormCheck(this, reader.Text).Refusal(outcome);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, Guid? after, CancellationToken cancellation)
    {
        if (await query.ReadAsync(id, after, cancellation) is not { } page)
            return false;
        Shown = page;
        Topic = (await lists.ReadAsync(reader.Text.Language, cancellation)).Topics.GetValueOrDefault(page.Surge.TopicCode, page.Surge.TopicCode);
        Names = await reader.NamesAsync(cancellation);
        return true;
    }
}
