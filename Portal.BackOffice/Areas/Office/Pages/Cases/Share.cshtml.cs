using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.BackOffice.Kit;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Sharing;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Links that open one sealed release for somebody at the agency: make one, see who looked, take one back.</summary>
public sealed class ShareModel(CaseDesk desk, ReleaseShares shares, ShareRelease share, RevokeShare revoke, SiteAddress site) : CasePageModel(desk)
{
    /// <summary>The release, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid ReleaseId { get; set; }

    /// <summary>Who gets the link.</summary>
    [BindProperty]
    public string? Recipient { get; set; }

    /// <summary>For how many days.</summary>
    [BindProperty]
    public string? Days { get; set; } = ReleaseShare.UsualDays.ToString();

    /// <summary>The link, shown in the answer that made it and nowhere else.</summary>
    public Uri? Link { get; private set; }

    /// <summary>When that link stops.</summary>
    public DateTime LinkEnds { get; private set; }

    /// <summary>The release.</summary>
    public PrivacyRelease Release { get; private set; } = null!;

    /// <summary>The links made so far.</summary>
    public IReadOnlyList<ReleaseShareLine> Lines { get; private set; } = [];

    /// <summary>Whether a link can be made.</summary>
    public bool IsInForce => Release.IsInForce(Times.Today);

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Actor.May(Permission.OpenDocuments))
            await base.OnPageHandlerExecutionAsync(context, next);
        else
            context.Result = StatusCode(403);
    }

    /// <summary>Shows the links and the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    /// <summary>Makes a link. It is shown in the answer itself: it must not lie in a cookie or an address.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var days = int.TryParse(Days?.Trim(), out var number) ? number : 0;
        var outcome = await share.ExecuteAsync(new(Head.Case.Id, CaseVersion, ReleaseId, Recipient ?? "", days, Key), Actor, cancellation);
        if (outcome is ShareRelease.Shared made)
        {
            (Link, LinkEnds) = (new Uri(site.Public, "/release/shared/" + made.Token), made.ExpiresAt);
            return await ReadAsync(cancellation) ? Page() : NotFound();
        }

        var wrong = string.IsNullOrWhiteSpace(Recipient) || Recipient.Trim().Length > ReleaseShare.MaxRecipient ? nameof(Recipient) : days is < 1 or > ReleaseShare.MostDays ? nameof(Days) : "";
        return await FinishAsync(outcome, "", wrong, cancellation);
    }

    /// <summary>Takes a link back.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid link, CancellationToken cancellation)
    {
        var outcome = await revoke.ExecuteAsync(new(Head.Case.Id, ReleaseId, link), Actor, cancellation);
        if (outcome is not Outcome.Success)
            return await FinishAsync(outcome, "", "", cancellation);
        return this.RedirectWithNotice(CaseUrl($"share/{ReleaseId}"), "Link canceled. It no longer works.");
    }

    /// <inheritdoc />
    protected override Task PrepareAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await shares.ReadAsync(Head.Case.Id, ReleaseId, cancellation) is not var (release, lines))
            return false;
        (Release, Lines) = (release, lines);
        return true;
    }
}
