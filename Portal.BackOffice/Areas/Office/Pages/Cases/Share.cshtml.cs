using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.BackOffice.Kit;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Sharing;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Links that let someone at the agency open one sealed release: create, see who opened it, and cancel.</summary>
public sealed class ShareModel(CasePageContext context, ReleaseShares shares, ShareRelease share, RevokeShare revoke, SiteAddress site) : CasePageModel(context)
{
    /// <summary>Release ID from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid ReleaseId { get; set; }

    /// <summary>Who will get the link.</summary>
    [BindProperty]
    public string? Recipient { get; set; }

    /// <summary>Number of days the link works.</summary>
    [BindProperty]
    public string? Days { get; set; } = ReleaseShare.UsualDays.ToString();

    /// <summary>The link, shown only in the response that created it.</summary>
    public Uri? Link { get; private set; }

    /// <summary>When the link expires.</summary>
    public DateTime LinkEnds { get; private set; }

    /// <summary>The release.</summary>
    public PrivacyRelease Release { get; private set; } = null!;

    /// <summary>Existing links.</summary>
    public IReadOnlyList<ReleaseShareLine> Lines { get; private set; } = [];

    /// <summary>Whether a link can be created.</summary>
    public bool IsInForce => Release.IsInForce(Dates.Today);

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

    /// <summary>Creates a link. It's shown in this response because it must not end up in a cookie or URL.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var days = int.TryParse(Days?.Trim(), out var number) ? number : 0;
        var outcome = await share.ExecuteAsync(new(Head.Case.Id, CaseVersion, ReleaseId, Recipient ?? "", days, Key), Actor, cancellation);
        if (outcome is ShareRelease.Shared made)
        {
            (Link, LinkEnds) = (new Uri(site.Public, Links.Release.Shared(made.Token)), made.ExpiresAt);
            return await ReadAsync(cancellation) ? Page() : NotFound();
        }

        var wrong = string.IsNullOrWhiteSpace(Recipient) || Recipient.Trim().Length > ReleaseShare.MaxRecipient
            ? nameof(Recipient)
            : days is < 1 or > ReleaseShare.MostDays ? nameof(Days)
            : "";
        return await FinishAsync(outcome, "", wrong, cancellation);
    }

    /// <summary>Cancels a link.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid link, CancellationToken cancellation)
    {
        var outcome = await revoke.ExecuteAsync(new(Head.Case.Id, ReleaseId, link), Actor, cancellation);
        if (outcome is not Outcome.Success)
            return await FinishAsync(outcome, "", "", cancellation);
        return this.RedirectWithNotice(Urls.Share(ReleaseId), "Link canceled. It no longer works.");
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
