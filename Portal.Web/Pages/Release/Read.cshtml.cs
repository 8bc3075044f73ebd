using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Forms;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Release;

/// <summary>The exact document as a page, and the signature below it.</summary>
public sealed class ReadModel(SigningRoom room, SignRelease sign, Translator text) : PageModel
{
    /// <summary>The link's token.</summary>
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>The hash of the text that was shown.</summary>
    [BindProperty]
    public string ShownSha256 { get; set; } = "";

    /// <summary>Agreed to sign electronically.</summary>
    [BindProperty]
    public bool Agreed { get; set; }

    /// <summary>The name as typed.</summary>
    [BindProperty]
    public string? TypedName { get; set; }

    /// <summary>The document.</summary>
    public ReleaseText? Document { get; private set; }

    /// <summary>The name to type.</summary>
    public string LegalName { get; private set; } = "";

    /// <summary>Shows the document.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is null)
            return LocalRedirect($"/release/{Uri.EscapeDataString(Token)}");
        return Page();
    }

    /// <summary>Signs it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var found = await room.FindAsync(Token, cancellation);
        if (found is { MaySign: true, Release.Status: ReleaseStatus.Signed })
            return LocalRedirect($"/release/{Token}/done");
        if (await LoadAsync(cancellation) is not { } opened)
            return LocalRedirect($"/release/{Uri.EscapeDataString(Token)}");
        var check = new FormCheck(ModelState, text)
            .That(Agreed, nameof(Agreed), "Tick the box to agree to sign electronically, or print the form and sign it on paper.")
            .Required(nameof(TypedName), TypedName, "Type your full name to sign.").AtMost(nameof(TypedName), TypedName, 256);
        if (!check.Passed)
            return Page();
        var outcome = await sign.ExecuteAsync(new(opened.Release.Id, ShownSha256, Agreed, TypedName!, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "",
            Request.Headers.UserAgent.ToString(), opened.Access!.Assurance), opened.Access.Actor, cancellation);
        switch (outcome)
        {
            case { Succeeded: true }:
                return LocalRedirect($"/release/{Token}/done");
            case SignRelease.TextChanged:
                check.That(false, "", "The document has changed since you opened it. Please read it again, then sign.");
                ModelState.Remove(nameof(ShownSha256));
                return Page();
            default:
                check.Refusal(outcome, nameof(TypedName));
                return Page();
        }
    }

    private async Task<OpenedRelease?> LoadAsync(CancellationToken cancellation)
    {
        if (await room.FindAsync(Token, cancellation) is not { MaySign: true, Agency.TakesElectronic: true, Release.Status: ReleaseStatus.Requested } opened)
            return null;
        Document = await room.ComposeAsync(opened, cancellation);
        LegalName = (await room.DetailsAsync(opened.Release, cancellation)).LegalName;
        return opened;
    }
}
