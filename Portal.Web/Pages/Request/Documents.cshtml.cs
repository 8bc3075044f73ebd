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
public sealed class DocumentsModel(RequestJourney journey, AddDocument adding, RemoveDocument remove, CaseDocuments documents, Translator text) : PageModel
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

    /// <summary>Saves the chosen files, whichever button was pressed, and stays or continues.</summary>
    public async Task<IActionResult> OnPostAsync(bool add, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var check = new FormCheck(this, text).That(Upload.Count > 0 || !add, nameof(Upload), "Choose a file first.");
        if (Upload.Count > 0)
            await AddAsync(check, cancellation);
        if (!check.Passed)
            return Page();
        return add
            ? LocalRedirect(RequestJourney.PathOf(RequestStep.Documents, RequestJourney.FromCheck(this)))
            : await journey.SaveAsync(this, RequestStep.Documents, a => a with { DocumentsSeen = true }, cancellation);
    }

    private async Task AddAsync(FormCheck check, CancellationToken cancellation)
    {
        var draft = await journey.ReadOrBeginAsync(cancellation);
        await using var files = ChosenFiles.Open(Upload);
        var outcome = await adding.ExecuteAsync(
            new(draft.Id, files.First.Name, files.First.Content) { Further = files.Further, AsOne = AsOne }, draft.Owner, cancellation);
        if (!outcome.Succeeded)
            check.Refusal(outcome, nameof(Upload));
    }

    /// <summary>Removes a file. Files that are chosen and not yet added stay chosen.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } draft)
            await remove.ExecuteAsync(draft.Id, id, draft.Owner, cancellation);
        if (Upload.Count > 0)
        {
            await LoadAsync(cancellation);
            return Page();
        }

        return LocalRedirect(RequestJourney.PathOf(RequestStep.Documents, RequestJourney.FromCheck(this)));
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
