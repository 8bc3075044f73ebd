using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Release;

/// <summary>Signing on paper: print the form, sign it by hand, and upload a photo or scan.</summary>
[EnableRateLimiting(RateLimits.Upload)]
[RequestSizeLimit(MostBytes)]
public sealed class PaperModel(SigningRoom room, SigningPageQuery pages, ReceivePaper receive, ChangeReleaseLanguage change, Translator text) : PageModel
{
    private const long MostBytes = 60 * 1024 * 1024;

    /// <summary>Token from the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>The photos or scans, one after the other.</summary>
    [BindProperty]
    public List<IFormFile> Upload { get; set; } = [];

    /// <summary>The release.</summary>
    public OpenedRelease Opened { get; private set; } = null!;

    /// <summary>Whether it's signed by mark.</summary>
    public bool ByMark { get; private set; }

    /// <summary>Shows the steps.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : Away();

    /// <summary>Whether the page and the printed form are in different languages.</summary>
    public bool IsOtherLanguage => Opened is { IsSigner: true, IsWaiting: true } && Opened.Release.Language != text.Language;

    /// <summary>Switches the form to the language of the page.</summary>
    public async Task<IActionResult> OnPostLanguageAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return Away();
        var outcome = await change.ExecuteAsync(new(Opened.Release.Id, text.Language), Opened.Access!.Actor, cancellation);
        if (!outcome.Succeeded)
            new FormCheck(this, text).Refusal(outcome, "");
        return await LoadAsync(cancellation) ? Page() : Away();
    }

    /// <summary>Saves the photo or scan.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return Away();
        var check = new FormCheck(this, text);
        if (!check.That(Upload.Count > 0, nameof(Upload), "Choose a file first.").Passed)
            return Page();
        await using var files = ChosenFiles.Open(Upload);
        var outcome = await receive.ExecuteAsync(
            new(Opened.Release.Id, files.First.Name, files.First.Content) { Further = files.Further }, Opened.Access!.Actor, cancellation);
        if (outcome.Succeeded)
            return LocalRedirect(Links.Release.Received(Token));
        check.Refusal(outcome, nameof(Upload));
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await room.FindAsync(Token, cancellation) is not { MayHelp: true } opened || !(opened.IsWaiting || opened.TakesMorePages))
            return false;
        Opened = opened;
        ByMark = (await pages.DetailsAsync(opened.Release, cancellation)).ByMark;
        return true;
    }

    private LocalRedirectResult Away() => LocalRedirect(Links.Release.Open(Token));
}
