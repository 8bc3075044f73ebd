using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Writes what only staff read.</summary>
public sealed class NoteModel(CaseDesk desk, WriteNote write) : CasePageModel(desk)
{
    /// <summary>The text.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Enter a note of 10,000 characters or fewer.")]
    public string? Body { get; set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.WriteNotes;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Writes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) => ModelState.IsValid
        ? await FinishAsync(await write.ExecuteAsync(new(Head.Case.Id, Body!, Key), Actor, cancellation), "Note added.", nameof(Body), cancellation)
        : Page();
}
