using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Pages.Release;

/// <summary>The signer's copy, to read, print, and download.</summary>
public sealed class DoneModel(SigningRoom room, SigningPageQuery pages, Calendars calendars, TimeProvider clock, Translator text) : PageModel
{
    /// <summary>Token from the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>The document, as signed.</summary>
    public ReleaseText? Document { get; private set; }

    /// <summary>The agency's name.</summary>
    public string AgencyName { get; private set; } = "";

    /// <summary>The name, as typed.</summary>
    public string SignedBy { get; private set; } = "";

    /// <summary>Date of signing, in the office's time zone.</summary>
    public string SignedOn { get; private set; } = "";

    /// <summary>Whether the release is in force.</summary>
    public bool InForce { get; private set; }

    /// <summary>Whether we already contacted the agency about this person.</summary>
    public bool WasAsked { get; private set; }

    /// <summary>Whether staff review it first.</summary>
    public bool ToCheck { get; private set; }

    /// <summary>Whether it was signed on the website.</summary>
    public bool Electronic { get; private set; }

    /// <summary>Whether the session covers the whole case.</summary>
    public bool IsCaseOwner { get; private set; }

    /// <summary>Shows the copy.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await room.FindAsync(Token, cancellation) is not { IsSigner: true, Release.Signature: { } signature } opened)
            return LocalRedirect(Links.Release.Open(Token));
        Document = (await pages.SignedTextAsync(opened.Release, cancellation)).Masked();
        var calendar = await calendars.ReadAsync(cancellation);
        (InForce, ToCheck) = (opened.Release.IsInForce(calendar.DayOf(clock.GetUtcNow().UtcDateTime)), opened.Release.Status == ReleaseStatus.Checking);
        WasAsked = InForce && await pages.WasAskedAsync(opened.Release, cancellation);
        (Electronic, IsCaseOwner) = (signature.Method == SigningMethod.Electronic, opened.Access is { WholeCase: true });
        (AgencyName, SignedBy, SignedOn) = (
            opened.Agency.WithArticle(text.Language), signature.NameAsTyped, Texts.Day(text.Language, calendar.DayOf(signature.SignedAt)));
        return Page();
    }
}
