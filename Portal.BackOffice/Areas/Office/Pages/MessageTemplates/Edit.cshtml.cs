using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Messages;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.MessageTemplates;

/// <summary>Adds a message template or changes one.</summary>
public sealed class EditModel(MessageTemplateList templates, PageReader reader) : PageModel
{
    /// <summary>The template's id from the URL; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>The id of a new one.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>The version the form was made from.</summary>
    [BindProperty]
    public int? Version { get; set; }

    /// <summary>Its name.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Its name in Spanish.</summary>
    [BindProperty]
    public string? NameEs { get; set; }

    /// <summary>The text in English.</summary>
    [BindProperty]
    public string? En { get; set; }

    /// <summary>The text in Spanish.</summary>
    [BindProperty]
    public string? Es { get; set; }

    /// <summary>The template; null while it's new.</summary>
    public MessageTemplate? Template { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
            return NotFound();
        (Key, Version, Name, NameEs, En, Es) = (Guid.CreateVersion7(), Template?.Version, Template?.Name, Template?.NameEs, Template?.En, Template?.Es);
        return Page();
    }

    /// <summary>Saves the template.</summary>
    public async Task<IActionResult> OnPostAsync([FromServices] SaveMessageTemplate save, CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
            return NotFound();
        var outcome = await save.ExecuteAsync(new(Template?.Id ?? Key, Template is null ? null : Version, Name ?? "", NameEs ?? "", En ?? "", Es ?? ""), reader.Actor, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.MessageTemplates, "Template saved.");
        new FormCheck(this, reader.Text).Refusal(outcome);
        return Page();
    }

    /// <summary>Removes the template.</summary>
    public async Task<IActionResult> OnPostEndAsync([FromServices] EndMessageTemplate end, CancellationToken cancellation) =>
        Id is { } id && (await end.ExecuteAsync(id, reader.Actor, cancellation)).Succeeded
            ? this.RedirectWithNotice(Links.Office.MessageTemplates, "Template removed.")
            : NotFound();

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (Id is not { } id)
            return true;
        Template = await templates.FindAsync(id, cancellation);
        return Template is not null;
    }
}
