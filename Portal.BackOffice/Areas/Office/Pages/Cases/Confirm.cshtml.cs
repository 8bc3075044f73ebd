using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Intake;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Records how a person confirmed the request that staff wrote down, with the sheet to print for them.</summary>
public sealed class ConfirmModel(CasePageContext context, TakenRequestQuery requests, ConfirmRequest confirm, OfficePractice practice) : CasePageModel(context)
{
    /// <summary>How it was confirmed.</summary>
    [BindProperty]
    public ConfirmedHow? How { get; set; }

    internal TakenRequest? Taken { get; private set; }

    internal IReadOnlyList<string> Letterhead { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    internal static IEnumerable<SelectListItem> Ways =>
    [
        new Choice($"{ConfirmedHow.Sheet}", "They sent back the signed sheet") { Key = "1" },
        new Choice($"{ConfirmedHow.Counter}", "They confirmed it at our counter") { Key = "2" },
    ];

    /// <summary>Shows the form and the sheet.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Taken is null or { Case.IsConfirmed: true } ? this.RedirectWithNotice(Urls.Show(), "This request is already confirmed, or doesn't need it.") : Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Taken is null)
            return NotFound();
        return Check.That(How is not null, nameof(How), "Choose how the person confirmed the request.").Passed
            ? await FinishAsync(await confirm.ExecuteAsync(new(Head.Case.Id, How!.Value), Actor, cancellation), "Request confirmed.", nameof(How), cancellation)
            : Page();
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        (Taken, Letterhead) = (await requests.ReadAsync(Head.Case.Id, cancellation), LetterPaper.Letterhead(await practice.OfficeAsync(cancellation)).Split('\n'));
}
