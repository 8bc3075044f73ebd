using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Topics;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>Uploads for the request.</summary>
[EnableRateLimiting(RateLimits.Upload)]
[RequestSizeLimit(MostBytes)]
public sealed class DocumentsModel(RequestJourney journey, AddDocument add, RemoveDocument remove, CaseDocuments documents, Translator text) : PageModel
{
    private const long MostBytes = 60 * 1024 * 1024;

    /// <summary>The files to upload.</summary>
    [BindProperty]
    public List<IFormFile> Upload { get; set; } = [];

    /// <summary>Whether the files are pages of one document.</summary>
    [BindProperty]
    public bool AsOne { get; set; }

    /// <summary>The answers so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>The chosen topic.</summary>
    public TopicCard? Topic { get; private set; }

    /// <summary>The files uploaded so far.</summary>
    public IReadOnlyList<Document> Documents { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Continues to the next step.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        await journey.SaveAsync(this, RequestStep.Documents, a => a with { DocumentsSeen = true }, cancellation);

    /// <summary>Saves the files.</summary>
    public async Task<IActionResult> OnPostUploadAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var check = new FormCheck(this, text);
        if (!check.That(Upload.Count > 0, nameof(Upload), "Choose a file first.").Passed)
            return Page();
        var draft = await journey.ReadOrBeginAsync(cancellation);
        await using var files = ChosenFiles.Open(Upload);
        var outcome = await add.ExecuteAsync(
            new(draft.Id, files.First.Name, files.First.Content) { Further = files.Further, AsOne = AsOne }, draft.Owner, cancellation);
        if (outcome.Succeeded)
            return RedirectToPage();
        check.Refusal(outcome, nameof(Upload));
        return Page();
    }

    /// <summary>Removes a file.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } draft)
            await remove.ExecuteAsync(draft.Id, id, draft.Owner, cancellation);
        return RedirectToPage();
    }

    private async Task<Draft?> LoadAsync(CancellationToken cancellation)
    {
        var draft = await journey.ReadAsync(cancellation);
        Answers = draft?.Answers ?? new();
        Topic = await journey.TopicAsync(Answers, cancellation);
        if (draft is not null)
            Documents = await documents.ListAsync(draft.Id, cancellation);
        return draft;
    }
}
