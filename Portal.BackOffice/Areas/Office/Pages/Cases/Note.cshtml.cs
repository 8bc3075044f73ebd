using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Adds a note that only staff can read.</summary>
public sealed class NoteModel(CasePageContext context, WriteNote write) : CasePageModel(context)
{
    /// <summary>Text of the note.</summary>
    [BindProperty]
    public string? Body { get; set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.WriteNotes;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Saves the note.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        Check.Required(nameof(Body), Body, "Enter a note of 10,000 characters or fewer.").Passed
        ? await FinishAsync(await write.ExecuteAsync(new(Head.Case.Id, Body!, Key), Actor, cancellation), "Note added.", nameof(Body), cancellation, Urls.Noted)
        : Page();
}
