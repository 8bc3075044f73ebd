using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Records what an agency answered.</summary>
public sealed class ResponseModel(CaseDesk desk, RecordResponse record, PortalDb db) : CasePageModel(desk)
{
    /// <summary>The inquiry, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid InquiryId { get; set; }

    /// <summary>What kind of answer.</summary>
    [BindProperty]
    public ResponseKind? Kind { get; set; }

    /// <summary>The day it came.</summary>
    [BindProperty]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>What it says.</summary>
    [BindProperty]
    public string? Summary { get; set; }

    internal AgencyInquiry? Inquiry { get; private set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    internal static IEnumerable<SelectListItem> Kinds =>
    [
        new Choice($"{ResponseKind.Acknowledgment}", CaseText.Describe(ResponseKind.Acknowledgment), "The agency says it has the inquiry."),
        new Choice($"{ResponseKind.Interim}", CaseText.Describe(ResponseKind.Interim), "Some information, but not a final answer."),
        new Choice($"{ResponseKind.Final}", CaseText.Describe(ResponseKind.Final), "The agency's final answer. It ends the inquiry, and the case is ours again."),
    ];

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => FormAsync(cancellation);

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Kind is null)
            ModelState.AddModelError(nameof(Kind), Desk.Text["Choose what kind of answer it is."]);
        if (ReceivedOn is null || ReceivedOn > Times.Today)
            ModelState.AddModelError(nameof(ReceivedOn), Desk.Text["Choose the day the answer arrived. It can't be in the future."]);
        if (string.IsNullOrWhiteSpace(Summary))
            ModelState.AddModelError(nameof(Summary), Desk.Text["Enter what the agency answered, in 10,000 characters or fewer."]);
        if (!ModelState.IsValid)
            return await FormAsync(cancellation);
        var outcome = await record.ExecuteAsync(new(Head.Case.Id, InquiryId, Kind!.Value, ReceivedOn!.Value, Summary!, Key), Actor, cancellation);
        return await FinishAsync(outcome, "Answer recorded.", nameof(Summary), cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Inquiry = await db.Set<AgencyInquiry>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == InquiryId && i.CaseId == Head.Case.Id, cancellation);

    private async Task<IActionResult> FormAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Inquiry is null ? NotFound() : Page();
    }
}
