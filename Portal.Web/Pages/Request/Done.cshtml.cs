using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>The confirmation: reference, promise, what is still needed.</summary>
public sealed class DoneModel(ConstituentSession session, PortalDb db, PaperPrinter printer, OfficeCard office, TimeProvider clock, Translator text) : PageModel
{
    /// <summary>The new case.</summary>
    public Case? Case { get; private set; }

    /// <summary>The release that waits for a signature.</summary>
    public PrivacyRelease? Release { get; private set; }

    /// <summary>The agency's name.</summary>
    public string? AgencyName { get; private set; }

    /// <summary>Whether the agency wants ink.</summary>
    public bool OnPaper { get; private set; }

    /// <summary>Whether the one in front of this browser may sign it.</summary>
    public bool CanSignHere => Release is not null && Case is not null && ReleaseAccess.IsOwn(Release, Case);

    /// <summary>Shows the confirmation.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : Away();

    /// <summary>The confirmation as PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return Away();
        var @case = Case!;
        List<PaperBlock> blocks =
        [
            new Fields([new(text["Reference number"], @case.Reference), new(text["You'll hear from us by"], Texts.Day(text.Language, @case.PromisedOn!.Value))]),
            new Paragraph(text[Release is null ? "We haven't contacted any agency yet." : "We haven't contacted the agency yet."]) { Strong = true },
            new Paragraph(Release is null ? text["You don't need to do anything right now."] : text["We still need a signed privacy release for {0}.", AgencyName!]),
        ];
        if (@case.ContactEmail is not null)
            blocks.Add(new Paragraph(text["Check on your case anytime: on our website, choose “Check your case” and enter this reference number and your email address."]));
        var paper = new PaperDocument(text["We got your request"], text.Language, @case.Reference, clock.GetUtcNow().UtcDateTime, blocks) { Issuer = office.OfficeName, IssuerDetail = office.Phone };
        return File(printer.Print(paper), "application/pdf", $"request-{@case.Reference}.pdf");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return false;
        Case = await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == access.CaseId, cancellation);
        Release = await db.Set<PrivacyRelease>().AsNoTracking().FirstOrDefaultAsync(r => r.CaseId == access.CaseId && r.Status == ReleaseStatus.Requested, cancellation);
        if (Release is not null)
        {
            var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(a => a.Code == Release.AgencyCode, cancellation);
            (AgencyName, OnPaper) = (agency.WithArticle(text.Language), !agency.TakesElectronic);
        }

        return Case is { Status: CaseStatus.Received, PromisedOn: not null };
    }

    // Once staff work on it the status page knows more than the confirmation.
    private LocalRedirectResult Away() => LocalRedirect(Case is null ? "/status" : "/status/case");
}
