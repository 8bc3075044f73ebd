using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Staff no longer wait for an agency's answer.</summary>
public sealed class EndInquiryModel(CaseDesk desk, Domain.Inquiries.EndInquiry end) : CasePageModel(desk)
{
    /// <summary>The inquiry, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid InquiryId { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Enter why the inquiry is ending without an answer.")]
    public string? Why { get; set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) => ModelState.IsValid
        ? await FinishAsync(await end.ExecuteAsync(new(Head.Case.Id, InquiryId, Why!, Key), Actor, cancellation), "Inquiry ended. Your reason was saved as a note.", nameof(Why), cancellation)
        : Page();
}
