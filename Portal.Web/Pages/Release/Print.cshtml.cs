using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Pdf;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Pages.Release;

/// <summary>The filled-in form to print and sign in ink, with its code on every page.</summary>
public sealed class PrintModel(SigningRoom room, PaperPrinter printer, OfficePractice practice, SiteAddress site, TimeProvider clock) : PageModel
{
    /// <summary>The form as PDF.</summary>
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        if (await room.FindAsync(token, cancellation) is not { MayRead: true, Release.Status: ReleaseStatus.Requested } opened)
            return LocalRedirect($"/release/{Uri.EscapeDataString(token)}");
        var text = await room.ComposeAsync(opened, cancellation);
        var office = await practice.OfficeAsync(cancellation);
        var paper = ReleasePaper.ToSignInInk(text, opened.Case.Reference, office!.MemberName, new Uri(site.Public, $"/release/{token}"), clock.GetUtcNow().UtcDateTime);
        return File(printer.Print(paper), "application/pdf", $"release-to-sign-{opened.Case.Reference}.pdf");
    }
}
