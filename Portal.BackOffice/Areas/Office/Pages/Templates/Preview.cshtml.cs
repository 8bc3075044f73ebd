using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Desk;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>Previews a template on the page and as a PDF, with sample data or the user's own. Nothing is saved.</summary>
public sealed class PreviewModel(TemplatePreviewQuery query, PaperPrinter printer, StaffActor staff, Translator text, TimeProvider clock) : PageModel
{
    private TemplateToPreview preview = null!;

    /// <summary>Who signs, and for which agency.</summary>
    [BindProperty(SupportsGet = true)]
    public PreviewChoice Choice { get; set; } = new();

    /// <summary>The user's own data.</summary>
    [BindProperty]
    public PreviewOwn Own { get; set; } = new();

    /// <summary>The template.</summary>
    public ReleaseTemplate Template => preview.Draft;

    /// <summary>The composed document.</summary>
    public ReleaseText Document { get; private set; } = null!;

    /// <summary>Whether the user typed anything.</summary>
    public bool HasOwn =>
        !Own.BornOn.IsEmpty
            || new[] { Own.Name, Own.BirthPlace, Own.Address, Own.Phone, Own.Email, Own.Records, Own.Purpose }.Any(v => !string.IsNullOrWhiteSpace(v));

    /// <summary>What blocks publishing the draft; empty for a published version.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; private set; } = [];

    /// <summary>Agencies; those that use the template come first.</summary>
    public IEnumerable<SelectListItem> Agencies => preview.Agencies.Select(a => new SelectListItem($"{a.Code} – {a.ShortNameIn(text.Language)}", a.Code));

    /// <summary>The draft and the published versions.</summary>
    public IEnumerable<SelectListItem> Versions =>
        [new(text["Draft"], ""), .. preview.Numbers.Select(n => new SelectListItem(text["Version {0}", n], n.ToString()))];

    /// <summary>Shows the document.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) =>
        await ReadAsync(code, cancellation) ? Page() : NotFound();

    /// <summary>Shows the document with what the user typed.</summary>
    public Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation) => OnGetAsync(code, cancellation);

    /// <summary>Downloads the PDF with what the user typed.</summary>
    public Task<IActionResult> OnPostPdfAsync(string code, CancellationToken cancellation) => OnGetPdfAsync(code, cancellation);

    /// <summary>Downloads the PDF, marked as a sample on every page.</summary>
    public async Task<IActionResult> OnGetPdfAsync(string code, CancellationToken cancellation) =>
        await ReadAsync(code, cancellation)
            ? File(printer.Print(ReleasePaper.Sample(Document, clock.GetUtcNow().UtcDateTime)), "application/pdf", $"sample-release-{Template.Code}.pdf")
            : NotFound();

    private async Task<bool> ReadAsync(string code, CancellationToken cancellation)
    {
        if (await query.ReadAsync(code, Choice.Of, cancellation) is not { } found)
            return false;
        preview = found;
        if (!Texts.Languages.Contains(Choice.Language))
            Choice.Language = Texts.Languages[0];
        var agency = found.Agencies.FirstOrDefault(a => a.Code == Choice.Agency) ?? found.Agencies[0];
        Choice.Agency = agency.Code;
        Document = ReleaseComposition.Compose(
            found.Words, PreviewSample.Compose(Choice, agency, Own, staff.Current.Name), agency, found.Recipient, Choice.Language);
        Problems = Choice.Of is null ? TemplateCheck.ProblemsOf(found.Words.Words()) : [];
        return true;
    }
}
