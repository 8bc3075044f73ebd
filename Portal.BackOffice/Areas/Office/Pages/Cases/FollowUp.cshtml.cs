using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Records a follow-up call to an agency whose answer is late.</summary>
public sealed class FollowUpModel(
    CasePageContext context, FollowUpInquiry followUp, CaseInquiries inquiries) : CasePageModel(context)
{
    /// <summary>Inquiry ID from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid InquiryId { get; set; }

    /// <summary>Contact method.</summary>
    [BindProperty]
    public InquiryMethod? Method { get; set; }

    /// <summary>Text of the follow-up.</summary>
    [BindProperty]
    public string? Body { get; set; }

    internal AgencyInquiry? Inquiry { get; private set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    internal static IEnumerable<SelectListItem> Methods => InquiryModel.Methods;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        Method = InquiryMethod.Phone;
        return Inquiry is null ? NotFound() : Page();
    }

    /// <summary>Records the follow-up.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = Check.That(Method is not null, nameof(Method), "Choose how you contacted the agency.")
            .Required(nameof(Body), Body, "Enter what you asked the agency, in 10,000 characters or fewer.");
        if (check.Passed)
            return await FinishAsync(
                await followUp.ExecuteAsync(new(Head.Case.Id, InquiryId, Method!.Value, Body!, Key), Actor, cancellation),
                "Follow-up recorded.", nameof(Body), cancellation);
        await PrepareAsync(cancellation);
        return Inquiry is null ? NotFound() : Page();
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Inquiry = await inquiries.FindAsync(Head.Case.Id, InquiryId, cancellation);
}
