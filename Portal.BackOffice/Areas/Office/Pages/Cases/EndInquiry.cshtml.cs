using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Staff no longer wait for an agency's answer.</summary>
public sealed class EndInquiryModel(CasePageContext context, Domain.Inquiries.EndInquiry end) : CasePageModel(context)
{
    /// <summary>The inquiry, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid InquiryId { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) => Check.Required(nameof(Why), Why, "Enter why the inquiry is ending without an answer.").Passed
        ? await FinishAsync(await end.ExecuteAsync(new(Head.Case.Id, InquiryId, Why!, Key), Actor, cancellation), "Inquiry ended. Your reason was saved as a note.", nameof(Why), cancellation)
        : Page();
}
