using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Records what an agency was asked.</summary>
public sealed class InquiryModel(CaseDesk desk, SendInquiry send, PortalDb db) : CasePageModel(desk)
{
    /// <summary>The agency.</summary>
    [BindProperty]
    public string? Agency { get; set; }

    /// <summary>What is asked.</summary>
    [BindProperty]
    public PermittedAsk? Ask { get; set; }

    /// <summary>How.</summary>
    [BindProperty]
    public InquiryMethod? Method { get; set; }

    /// <summary>In words.</summary>
    [BindProperty]
    public string? Summary { get; set; }

    internal CasePage Sheet { get; private set; } = null!;

    internal IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    internal IEnumerable<SelectListItem> Choices => Agencies.Select(a => new SelectListItem(a.ShortNameIn(Desk.Text.Language), a.Code));

    internal static IEnumerable<SelectListItem> Asks => Enum.GetValues<PermittedAsk>().Select(a => a == PermittedAsk.Reconsideration
        ? new Choice($"{a}", CaseText.Describe(a), "For an answer that isn't reasonably supported by law, regulation, fairness, or policy.")
        : new Choice($"{a}", CaseText.Describe(a)));

    internal static IEnumerable<SelectListItem> Methods => Enum.GetValues<InquiryMethod>().Select(m => new SelectListItem(CaseText.Describe(m), m.ToString()));

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Agency = Head.Case.AgencyCode;
        return await ShowAsync(cancellation);
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(Agency))
            ModelState.AddModelError(nameof(Agency), Desk.Text["Choose an agency from the list."]);
        if (Ask is null)
            ModelState.AddModelError(nameof(Ask), Desk.Text["Choose what you asked for."]);
        if (Method is null)
            ModelState.AddModelError(nameof(Method), Desk.Text["Choose how you contacted the agency."]);
        if (string.IsNullOrWhiteSpace(Summary))
            ModelState.AddModelError(nameof(Summary), Desk.Text["Enter what you asked the agency, in 10,000 characters or fewer."]);
        if (!ModelState.IsValid)
            return await ShowAsync(cancellation);
        var outcome = await send.ExecuteAsync(new(Head.Case.Id, CaseVersion, Agency!, Ask!.Value, Method!.Value, Summary!, Key), Actor, cancellation);
        return await FinishAsync(outcome, "Inquiry recorded. The constituent can see that the case is with the agency.", nameof(Agency), cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Sheet = await Desk.PageAsync(Head, cancellation);
        Agencies = [.. (await db.Set<Agency>().AsNoTracking().Where(a => a.Rules.Signature != SignatureClass.None).ToListAsync(cancellation)).OrderBy(a => a.ShortNameIn(Desk.Text.Language), StringComparer.CurrentCulture)];
    }
}
