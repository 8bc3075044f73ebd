using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Records a follow-up with an agency whose answer is late, starting from a draft.</summary>
public sealed class FollowUpModel(
    CasePageContext context, FollowUpInquiry followUp, CaseInquiries inquiries, AgencyDirectory agencies,
    OfficePractice practice) : CasePageModel(context)
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

    /// <summary>Shows the draft.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Inquiry is null || await agencies.FindAsync(Inquiry.AgencyCode, cancellation) is not { } agency)
            return NotFound();
        var member = (await practice.OfficeAsync(cancellation))?.MemberName;
        (Method, Body) = (Inquiry.Method, FollowUpText.Draft(Inquiry, agency, Head.Case.PersonName, member, Dates.Calendar.DayOf(Inquiry.SentAt)));
        return Page();
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
