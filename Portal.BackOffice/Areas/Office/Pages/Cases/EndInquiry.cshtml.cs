using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Ends an inquiry when staff no longer expect an answer.</summary>
public sealed class EndInquiryModel(CasePageContext context, Domain.Inquiries.EndInquiry end) : CasePageModel(context)
{
    /// <summary>Inquiry ID from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid InquiryId { get; set; }

    /// <summary>Reason for ending it.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Ends the inquiry.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        Check.Required(nameof(Why), Why, "Enter why the inquiry is ending without an answer.").Passed
        ? await FinishAsync(
            await end.ExecuteAsync(new(Head.Case.Id, InquiryId, Why!, Key), Actor, cancellation),
            "Inquiry ended. Your reason was saved as a note.", nameof(Why), cancellation)
        : Page();
}
