using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Records an agency's answer.</summary>
public sealed class ResponseModel(CasePageContext context, RecordResponse record, CaseInquiries inquiries) : CasePageModel(context)
{
    /// <summary>Inquiry ID from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid InquiryId { get; set; }

    /// <summary>Type of answer.</summary>
    [BindProperty]
    public ResponseKind? Kind { get; set; }

    /// <summary>Date received.</summary>
    [BindProperty]
    public DateParts ReceivedOn { get; set; } = new();

    /// <summary>Summary of the answer.</summary>
    [BindProperty]
    public string? Summary { get; set; }

    internal AgencyInquiry? Inquiry { get; private set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    internal static IEnumerable<SelectListItem> Kinds =>
    [
        new Choice($"{ResponseKind.Acknowledgment}", CaseText.Describe(ResponseKind.Acknowledgment), "The agency says it has the inquiry."),
        new Choice($"{ResponseKind.Interim}", CaseText.Describe(ResponseKind.Interim), "Some information, but not a final answer."),
        new Choice(
            $"{ResponseKind.Final}", CaseText.Describe(ResponseKind.Final),
            "The agency's final answer. It ends the inquiry, and the case is ours again."),
    ];

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ReceivedOn = DateParts.From(Dates.Today);
        return FormAsync(cancellation);
    }

    /// <summary>Records the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        const string arrived = "Choose the day the answer arrived. It can't be in the future.";
        var check = Check.That(Kind is not null, nameof(Kind), "Choose what kind of answer it is.")
            .Required(nameof(Summary), Summary, "Enter what the agency answered, in 10,000 characters or fewer.");
        var day = check.RequiredDay(nameof(ReceivedOn), ReceivedOn, arrived);
        if (!check.That(!(day > Dates.Today), nameof(ReceivedOn), arrived).Passed)
            return await FormAsync(cancellation);
        var outcome = await record.ExecuteAsync(new(Head.Case.Id, InquiryId, Kind!.Value, day!.Value, Summary!, Key), Actor, cancellation);
        return await FinishAsync(outcome, "Answer recorded.", nameof(Summary), cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Inquiry = await inquiries.FindAsync(Head.Case.Id, InquiryId, cancellation);

    private async Task<IActionResult> FormAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Inquiry is null ? NotFound() : Page();
    }
}
