using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Records a call to an agency, or something sent from outside Portal.</summary>
public sealed class InquiryModel(CasePageContext context, SendInquiry send, AgencyDirectory agencies) : CasePageModel(context)
{
    /// <summary>Agency code.</summary>
    [BindProperty]
    public string? Agency { get; set; }

    /// <summary>What we asked for.</summary>
    [BindProperty]
    public PermittedAsk? Ask { get; set; }

    /// <summary>Contact method.</summary>
    [BindProperty]
    public InquiryMethod? Method { get; set; }

    /// <summary>Text of the inquiry.</summary>
    [BindProperty]
    public string? Summary { get; set; }

    internal CasePage Sheet { get; private set; } = null!;

    internal IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    internal static IEnumerable<SelectListItem> Asks => Enum.GetValues<PermittedAsk>().Select(a => a == PermittedAsk.Reconsideration
        ? new Choice($"{a}", CaseText.Describe(a), "For an answer that isn't reasonably supported by law, regulation, fairness, or policy.")
        : new Choice($"{a}", CaseText.Describe(a)));

    internal static IEnumerable<SelectListItem> Methods => Enum.GetValues<InquiryMethod>().Select(m => new SelectListItem(CaseText.Describe(m), m.ToString()));

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        (Agency, Method) = (Head.Case.AgencyCode, InquiryMethod.Phone);
        return await ShowAsync(cancellation);
    }

    /// <summary>Records the inquiry.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = Check.Required(nameof(Agency), Agency, "Choose an agency from the list.")
            .That(Ask is not null, nameof(Ask), "Choose what you asked for.")
            .That(Method is not null, nameof(Method), "Choose how you contacted the agency.")
            .Required(nameof(Summary), Summary, "Enter what you asked the agency, in 10,000 characters or fewer.");
        if (!check.Passed)
            return await ShowAsync(cancellation);
        var command = new SendInquiry.Command(Head.Case.Id, CaseVersion, Agency!, Ask!.Value, Method!.Value, Summary!) { Key = Key };
        var outcome = await send.ExecuteAsync(command, Actor, cancellation);
        return await FinishAsync(outcome, "Inquiry recorded. The constituent can see that the case is with the agency.", nameof(Agency), cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Sheet = await ReadCaseAsync(cancellation);
        Agencies = AgencyChoices.From(await agencies.WithReleasesAsync(Text.Language, cancellation), Text.Language);
    }
}
