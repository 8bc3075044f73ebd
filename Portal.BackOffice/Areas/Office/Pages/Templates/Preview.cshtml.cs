using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>A template as a document with the reader's own or sample data: on the page and as PDF. Nothing is saved.</summary>
public sealed class PreviewModel(PortalDb db, OfficePractice practice, PaperPrinter printer, StaffActor staff, Translator text, TimeProvider clock) : PageModel
{
    /// <summary>For whom and which agency.</summary>
    [BindProperty(SupportsGet = true)]
    public PreviewChoice Choice { get; set; } = new();

    /// <summary>Of whoever looks.</summary>
    [BindProperty]
    public PreviewOwn Own { get; set; } = new();

    /// <summary>The template.</summary>
    public ReleaseTemplate Template { get; private set; } = null!;

    /// <summary>The document.</summary>
    public ReleaseText Document { get; private set; } = null!;

    /// <summary>Whether anything was typed.</summary>
    public bool HasOwn => !Own.BornOn.IsEmpty || new[] { Own.Name, Own.BirthPlace, Own.Address, Own.Phone, Own.Email, Own.Records, Own.Purpose }.Any(v => !string.IsNullOrWhiteSpace(v));

    /// <summary>What keeps the draft from being published; none for a published version.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; private set; } = [];

    /// <summary>The agencies, those that use the template first.</summary>
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>The draft and the published versions.</summary>
    public IReadOnlyList<SelectListItem> Versions { get; private set; } = [];

    /// <summary>Shows the document.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) =>
        await ReadAsync(code, cancellation) ? Page() : NotFound();

    /// <summary>Shows the document with what was typed.</summary>
    public Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation) => OnGetAsync(code, cancellation);

    /// <summary>The PDF with what was typed.</summary>
    public Task<IActionResult> OnPostPdfAsync(string code, CancellationToken cancellation) => OnGetPdfAsync(code, cancellation);

    /// <summary>The document as PDF, marked as a sample on every page.</summary>
    public async Task<IActionResult> OnGetPdfAsync(string code, CancellationToken cancellation) =>
        await ReadAsync(code, cancellation)
            ? File(printer.Print(ReleasePaper.Sample(Document, clock.GetUtcNow().UtcDateTime)), "application/pdf", $"sample-release-{Template.Code}.pdf")
            : NotFound();

    private async Task<bool> ReadAsync(string code, CancellationToken cancellation)
    {
        Template = (await db.Set<ReleaseTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Code == code, cancellation))!;
        if (Template is null || await WordsAsync(cancellation) is not { } version || await practice.OfficeAsync(cancellation) is not { } office)
            return false;
        if (!Texts.Languages.Contains(Choice.Language))
            Choice.Language = Texts.Languages[0];
        var agency = await AgencyAsync(cancellation);
        Document = ReleaseComposition.Compose(version, PreviewSample.Compose(Choice, agency, Own, staff.Current.Name), agency, office.Recipient(), Choice.Language);
        Problems = Choice.Of is null ? TemplateCheck.ProblemsOf(version.Words()) : [];
        return true;
    }

    private async Task<ReleaseTemplateVersion?> WordsAsync(CancellationToken cancellation)
    {
        var versions = db.Set<ReleaseTemplateVersion>().AsNoTracking().Where(v => v.Code == Template.Code);
        var numbers = await versions.OrderByDescending(v => v.Number).Select(v => v.Number).ToListAsync(cancellation);
        Versions = [new(text["Draft"], ""), .. numbers.Select(n => new SelectListItem(text["Version {0}", n], n.ToString()))];
        return Choice.Of is { } number
            ? await versions.SingleOrDefaultAsync(v => v.Number == number, cancellation)
            : ReleaseTemplateVersion.From(Template, 0, clock.GetUtcNow().UtcDateTime, null);
    }

    private async Task<Agency> AgencyAsync(CancellationToken cancellation)
    {
        var agencies = await db.Set<Agency>().AsNoTracking().Where(a => a.Rules.Signature != SignatureClass.None).OrderBy(a => a.Code).ToListAsync(cancellation);
        agencies = [.. agencies.OrderByDescending(a => a.Rules.TemplateCode == Template.Code)];
        Agencies = [.. agencies.Select(a => new SelectListItem($"{a.Code} – {a.ShortNameIn(text.Language)}", a.Code))];
        var agency = agencies.FirstOrDefault(a => a.Code == Choice.Agency) ?? agencies[0];
        Choice.Agency = agency.Code;
        return agency;
    }
}
