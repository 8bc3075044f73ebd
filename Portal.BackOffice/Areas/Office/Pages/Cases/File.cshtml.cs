using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Documents;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Files documents that reached the office: letters, proof, anything else.</summary>
[RequestSizeLimit(MostBytes)]
public sealed class FileModel(CasePageContext context, AddDocument add) : CasePageModel(context)
{
    private const long MostBytes = 120 * 1024 * 1024;

    /// <summary>The files.</summary>
    [BindProperty]
    public List<IFormFile> Upload { get; set; } = [];

    /// <summary>Whether they're pages of one document.</summary>
    [BindProperty]
    public bool AsOne { get; set; }

    /// <summary>What they are.</summary>
    [BindProperty]
    public DocumentKind Kind { get; set; } = DocumentKind.AgencyLetter;

    /// <summary>The date written on them.</summary>
    [BindProperty]
    public DateParts DatedOn { get; set; } = new();

    /// <summary>Whether the constituent may see them.</summary>
    [BindProperty]
    public bool IsShared { get; set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    internal static IEnumerable<SelectListItem> KindChoices =>
    [
        new Choice($"{DocumentKind.AgencyLetter}", "A letter of the agency", "To record what it says, choose “Record an answer” at the inquiry."),
        new Choice($"{DocumentKind.Proof}", "Proof of something", "Such as a pay stub, a doctor's letter, or a certificate."),
        new Choice($"{DocumentKind.Other}", "Something else"),
    ];

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Files the documents.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = Check.That(Upload.Count > 0, nameof(Upload), "Choose a file first.");
        var day = check.Day(nameof(DatedOn), DatedOn);
        if (!check.Passed)
            return await ShowAsync(cancellation);
        await using var files = ChosenFiles.Open(Upload);
        var command = new AddDocument.Command(Head.Case.Id, files.First.Name, files.First.Content)
        {
            Further = files.Further,
            AsOne = AsOne,
            As = new(Kind, day, IsShared),
        };
        return await FinishAsync(
            await add.ExecuteAsync(command, Actor, cancellation), IsShared ? "Filed. The person can see it on the case page." : "Filed. Only staff can see it.", nameof(Upload),
            cancellation);
    }
}
