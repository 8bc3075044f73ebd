using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Sends a message to the constituent.</summary>
public sealed class MessageModel(CasePageContext context, SendMessage send) : CasePageModel(context)
{
    /// <inheritdoc />
    public override string? DraftForm => FormName;

    /// <summary>Text of the message.</summary>
    [BindProperty]
    public string? Body { get; set; }

    internal CasePage Sheet { get; private set; } = null!;

    /// <inheritdoc />
    protected override Permission Needed => Permission.MessageConstituents;

    /// <summary>Shows the form, with a draft reminder if requested.</summary>
    public async Task<IActionResult> OnGetAsync(bool remind, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (remind)
            Body = ReminderText.Suggest(Sheet);
        return Page();
    }

    /// <summary>Sends the message.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        Check.Required(nameof(Body), Body, "Enter a message of 10,000 characters or fewer.").Passed
        ? await FinishAsync(
            await send.ExecuteAsync(new(Head.Case.Id, CaseVersion, Body!, Key), Actor, cancellation), "Message sent.", nameof(Body), cancellation)
        : await ShowAsync(cancellation);

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) => Sheet = await ReadCaseAsync(cancellation);
}
