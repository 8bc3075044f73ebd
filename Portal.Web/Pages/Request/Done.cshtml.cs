using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Paper;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Request;

/// <summary>The confirmation: reference number, date of the first update, and what's still needed.</summary>
[EnableRateLimiting(RateLimits.Paper)]
public sealed class DoneModel(
    ConstituentSession session, ConfirmationQuery pages, PaperPrinter printer, OfficeCards offices, TimeProvider clock, Translator text) : PageModel
{
    /// <summary>The confirmed request.</summary>
    public Confirmation? Confirmation { get; private set; }

    /// <summary>Name of the agency with its article, for use in a sentence.</summary>
    public string? AgencyName => Confirmation?.Agency?.WithArticle(text.Language);

    /// <summary>Shows the confirmation.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : Away();

    /// <summary>Downloads the confirmation as a PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return Away();
        var (@case, release) = (Confirmation!.Case, Confirmation.Release);
        // The paper is in the language of the case, whatever this browser prefers.
        string T(string english, params object?[] arguments) => Texts.Get(@case.Language, english, arguments);
        var office = offices.Read(@case.Language);
        List<PaperBlock> blocks =
        [
            new Fields(
            [
                new(T("Reference number"), @case.Reference),
                new(T("You'll hear from us by"), Texts.Day(@case.Language, @case.PromisedOn!.Value)),
            ]),
            new Paragraph(T(release is null ? "We haven't contacted any agency yet." : "We haven't contacted the agency yet.")) { Strong = true },
            new Paragraph(
                release is null
                    ? T("You don't need to do anything right now.")
                    : T("We still need a signed privacy release for {0}.", Confirmation.Agency!.WithArticle(@case.Language))),
        ];
        if (@case.ContactEmail is not null)
            blocks.Add(new Paragraph(
                T("Check on your case anytime: on our website, choose “Check your case” and enter this reference number and your email address.")));
        var paper = new PaperDocument(T("We got your request"), @case.Language, @case.Reference, clock.GetUtcNow().UtcDateTime, blocks)
        {
            Issuer = office.OfficeName,
            IssuerDetail = office.Phone,
        };
        return File(printer.Print(paper), "application/pdf", $"request-{@case.Reference}.pdf");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is { WholeCase: true } access)
            Confirmation = await pages.ReadAsync(access.CaseId, cancellation);
        return Confirmation is { IsCurrent: true };
    }

    // Once staff are working on the case, the status page has newer information than the confirmation.
    private LocalRedirectResult Away() => LocalRedirect(Confirmation is null ? Links.Status.Start : Links.Status.Case);
}
