using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Desk;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Writes to the constituent.</summary>
public sealed class MessageModel(CaseDesk desk, SendMessage send) : CasePageModel(desk)
{
    /// <summary>The text.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Enter a message of 10,000 characters or fewer.")]
    public string? Body { get; set; }

    internal CasePage Sheet { get; private set; } = null!;

    /// <inheritdoc />
    protected override Permission Needed => Permission.MessageConstituents;

    /// <summary>Shows the form, with a reminder filled in when asked for.</summary>
    public async Task<IActionResult> OnGetAsync(bool remind, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (remind)
            Body = ReminderText.Suggest(Sheet);
        return Page();
    }

    /// <summary>Sends.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) => ModelState.IsValid
        ? await FinishAsync(await send.ExecuteAsync(new(Head.Case.Id, CaseVersion, Body!, Key), Actor, cancellation), "Message sent.", nameof(Body), cancellation)
        : await ShowAsync(cancellation);

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) => Sheet = await Desk.PageAsync(Head, cancellation);
}
