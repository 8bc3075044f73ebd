using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Asks an agency again whose answer is late; the text is drafted.</summary>
public sealed class FollowUpModel(CaseDesk desk, FollowUpInquiry followUp, OfficePractice practice, PortalDb db) : CasePageModel(desk)
{
    /// <summary>The inquiry, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid InquiryId { get; set; }

    /// <summary>How.</summary>
    [BindProperty]
    public InquiryMethod? Method { get; set; }

    /// <summary>In words.</summary>
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
        if (Inquiry is null)
            return NotFound();
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(a => a.Code == Inquiry.AgencyCode, cancellation);
        var member = (await practice.OfficeAsync(cancellation))?.MemberName;
        (Method, Body) = (Inquiry.Method, FollowUpText.Draft(Inquiry, agency, Head.Person.Name, member, Times.Calendar.DayOf(Inquiry.SentAt)));
        return Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Method is null)
            ModelState.AddModelError(nameof(Method), Desk.Text["Choose how you contacted the agency."]);
        if (string.IsNullOrWhiteSpace(Body))
            ModelState.AddModelError(nameof(Body), Desk.Text["Enter what you asked the agency, in 10,000 characters or fewer."]);
        if (!ModelState.IsValid)
            return await FormAsync(cancellation);
        return await FinishAsync(
            await followUp.ExecuteAsync(new(Head.Case.Id, InquiryId, Method!.Value, Body!, Key), Actor, cancellation), "Follow-up recorded.", nameof(Body), cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Inquiry = await db.Set<AgencyInquiry>().AsNoTracking().Include(i => i.FollowUps).SingleOrDefaultAsync(i => i.Id == InquiryId && i.CaseId == Head.Case.Id, cancellation);

    private async Task<IActionResult> FormAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return Inquiry is null ? NotFound() : Page();
    }
}
