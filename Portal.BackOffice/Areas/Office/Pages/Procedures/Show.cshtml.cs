using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Knowledge;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.Procedures;

/// <summary>A procedure, and what staff can do with it.</summary>
public sealed class ShowModel(ProcedureList procedures, TopicCatalog topics, Calendars calendars, PageReader reader) : PageModel
{
    /// <summary>The procedure's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The procedure.</summary>
    public Procedure Procedure { get; private set; } = null!;

    /// <summary>The topics it concerns.</summary>
    public IReadOnlyList<TopicCard> Topics { get; private set; } = [];

    /// <summary>Date formatting.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>Whether the reader may change it.</summary>
    public bool MayWrite => reader.Actor.May(Permission.EditTemplates);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    /// <summary>Records that it's still right.</summary>
    public async Task<IActionResult> OnPostCheckAsync([FromServices] CheckProcedure check, int version, CancellationToken cancellation)
    {
        var today = (await calendars.ReadAsync(cancellation)).DayOf(reader.Now);
        return await FinishAsync(await check.ExecuteAsync(new(Id, version, today), reader.Actor, cancellation), "Checked today.", cancellation);
    }

    /// <summary>Takes it out of use.</summary>
    public async Task<IActionResult> OnPostRetireAsync([FromServices] RetireProcedure retire, CancellationToken cancellation) =>
        await FinishAsync(await retire.ExecuteAsync(Id, reader.Actor, cancellation), "Procedure retired. To undo this, choose “Restore.”", cancellation);

    /// <summary>Takes it into use again.</summary>
    public async Task<IActionResult> OnPostRestoreAsync([FromServices] RestoreProcedure restore, CancellationToken cancellation) =>
        await FinishAsync(await restore.ExecuteAsync(Id, reader.Actor, cancellation), "Procedure restored. It shows on cases again.", cancellation);

    private async Task<IActionResult> FinishAsync(Outcome outcome, string notice, CancellationToken cancellation)
    {
        if (outcome is Outcome.NotPermitted)
            return StatusCode(403);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Procedure(Id), notice);
        if (!await ReadAsync(cancellation))
            return NotFound();
        new FormCheck(this, reader.Text).Refusal(outcome);
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await procedures.FindAsync(Id, cancellation) is not { } procedure || (procedure.RetiredAt is not null && !MayWrite))
            return false;
        Procedure = procedure;
        Topics = [.. (await topics.AllAsync(cancellation)).Where(t => procedure.Card.Topics.Contains(t.Code))];
        Dates = new(await calendars.ReadAsync(cancellation), reader.Now, reader.Text.Language);
        return true;
    }
}
