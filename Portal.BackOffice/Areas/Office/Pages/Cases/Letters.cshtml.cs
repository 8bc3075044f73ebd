using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Offices;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>A letter that went to an agency, with the sheets that go along.</summary>
public sealed class LettersModel(
    CasePageContext context, LetterEnclosures letters, LetterDesk desk, OpenLetter open, OfficePractice practice, PaperPrinter printer) : CasePageModel(context)
{
    private const string Pdf = "application/pdf";

    /// <summary>The letter's id from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid LetterId { get; set; }

    internal SentLetter Sent { get; private set; } = null!;

    internal LetterContent Letter { get; private set; } = null!;

    internal IReadOnlyList<Field> Form { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    /// <summary>Shows the letter.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
            return NotFound();
        if (Sent.Method == InquiryMethod.AgencyPortal
            && await desk.ReadAsync(Head.Case.Id, Letter.AgencyCode, Sent.InquiryId == Sent.Id ? null : Sent.InquiryId, SenderName, cancellation) is { } situation)
            Form = LetterSheets.Form(Letter, situation);
        return Page();
    }

    /// <summary>The letter as a PDF: as it went out, or, while it's a draft, as it would.</summary>
    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancellation) => await open.ExecuteAsync(Head.Case.Id, LetterId, Actor, cancellation) switch
    {
        OpenLetter.Opened opened => File(opened.Pdf, Pdf),
        Portal.Domain.Platform.Outcome.NotPermitted => StatusCode(403),
        _ => NotFound(),
    };

    /// <summary>The envelope.</summary>
    public async Task<IActionResult> OnGetEnvelopeAsync(CancellationToken cancellation) => await ReadAsync(cancellation)
        ? File(printer.Print(LetterSheets.Envelope(Sent, await practice.OfficeAsync(cancellation), Head.Case.Reference)), Pdf)
        : NotFound();

    /// <summary>The cover of a fax.</summary>
    public async Task<IActionResult> OnGetCoverAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation) || await open.ExecuteAsync(Head.Case.Id, LetterId, Actor, cancellation) is not OpenLetter.Opened opened)
            return NotFound();
        var pages = new FaxPages(PdfPages.CountIn(opened.Pdf) ?? 0, Dates.Today);
        return File(printer.Print(LetterSheets.FaxCover(Sent, await practice.OfficeAsync(cancellation), Head.Case.Reference, SenderName, pages)), Pdf);
    }

    internal string SenderName => Head.Names.Person(Sent.SentById, "en");

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await letters.FindAsync(Head.Case.Id, LetterId, cancellation) is not { } sent)
            return false;
        (Sent, Letter) = (sent, LetterContent.Read(sent.Content));
        return true;
    }
}
