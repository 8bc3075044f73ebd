using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Inquiries.Letters;

namespace Portal.BackOffice.Areas.Office.Pages.Letters;

/// <summary>The picture of the seal on the letterhead, for the preview.</summary>
public sealed class SealModel(LetterDrafts drafts) : PageModel
{
    /// <summary>Returns it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await drafts.SealAsync(cancellation) is { } picture
        ? File(picture, picture is [0x89, ..] ? "image/png" : "image/jpeg")
        : NotFound();
}
