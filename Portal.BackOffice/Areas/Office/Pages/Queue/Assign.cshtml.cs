using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Areas.Office.Pages.Cases;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>Gives several cases to somebody: asks first, does it, and offers to take it back.</summary>
public sealed class AssignModel(AssignCase assign, CaseDesk desk, PortalDb db, Translator text) : PageModel
{
    /// <summary>The references of the cases.</summary>
    [BindProperty(SupportsGet = true, Name = "case")]
    public IList<string> References { get; set; } = [];

    /// <summary>Who gets them.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid To { get; set; }

    /// <summary>The place in the queue to come back to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    internal sealed record Line(Guid Id, string Reference, int Version, Guid? From, Priority Priority, string FromName);

    internal IReadOnlyList<Line> Lines { get; private set; } = [];

    internal string ToName { get; private set; } = "";

    internal string QueueUrl => QueueAddress.Local(Back);

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!Permitted)
            return StatusCode(403);
        await LoadAsync(cancellation);
        if (ToName.Length == 0)
            return NotFound();
        return Page();
    }

    /// <summary>Does it. Each case is its own save; what could not be done is said.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Permitted)
            return StatusCode(403);
        await LoadAsync(cancellation);
        var done = new List<Line>();
        foreach (var line in Lines.Where(l => l.From != To))
        {
            db.ChangeTracker.Clear();
            if ((await assign.ExecuteAsync(new(line.Id, line.Version, To), desk.Actor, cancellation)).Succeeded)
                done.Add(line);
        }

        var left = Lines.Count(l => l.From != To) - done.Count;
        if (left > 0)
            this.Notify("Not assigned because someone changed them at the same time: {0}. Try again.", left);
        TempData["UndoText"] = text["Cases assigned to {0}: {1}.", ToName, done.Count];
        TempData["Undo"] = string.Join(' ', done.Select(l => $"{l.Reference}/{l.Version + 1}/{l.From}"));
        return Redirect(QueueUrl);
    }

    /// <summary>Takes it back, but for cases that somebody has changed since.</summary>
    public async Task<IActionResult> OnPostUndoAsync(string undo, CancellationToken cancellation)
    {
        var back = 0;
        var parts = (undo ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(CaseQueue.PageSize).Select(p => p.Split('/')).Where(p => p.Length == 3).ToList();
        foreach (var part in parts)
        {
            db.ChangeTracker.Clear();
            var reference = part[0];
            var id = await db.Set<Case>().Where(c => c.Reference == reference).Select(c => c.Id).FirstOrDefaultAsync(cancellation);
            Guid? from = Guid.TryParse(part[2], out var who) ? who : null;
            if (int.TryParse(part[1], out var version) && (await assign.ExecuteAsync(new(id, version, from) { GivesBack = true }, desk.Actor, cancellation)).Succeeded)
                back++;
        }

        if (back == parts.Count)
            this.Notify("Assignment undone. Cases put back as they were: {0}.", back);
        else
            this.Notify("Assignment undone for {0} of {1} cases. The others have changed since, or you can't reassign them.", back, parts.Count);
        return Redirect(QueueUrl);
    }

    private bool Permitted => desk.Actor.May(To == desk.Actor.Id ? Permission.TakeCases : Permission.AssignCases);

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var names = await db.Set<StaffMember>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancellation);
        ToName = names.GetValueOrDefault(To) is { DisabledAt: null } to && (to.MayBeGivenCases || To == desk.Actor.Id) ? to.DisplayName : "";
        var wanted = References.Take(CaseQueue.PageSize).ToList();
        var cases = await db.Set<Case>().AsNoTracking().Where(c => wanted.Contains(c.Reference)).OrderBy(c => c.Priority).ThenBy(c => c.ReceivedAt)
            .Select(c => new { c.Id, c.Reference, c.Version, c.AssignedToId, c.Priority }).ToListAsync(cancellation);
        Lines = [.. cases.Select(c => new Line(c.Id, c.Reference, c.Version, c.AssignedToId, c.Priority,
            c.AssignedToId is { } from ? names.GetValueOrDefault(from)?.DisplayName ?? "" : text["Unassigned"]))];
    }
}
