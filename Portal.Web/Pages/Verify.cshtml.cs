using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;

namespace Portal.Web.Pages;

/// <summary>Tells whether a document is ours and unchanged. Reveals nothing about the signer, and changes nothing.</summary>
[EnableRateLimiting(RateLimits.Verify)]
[RequestSizeLimit(MostBytes + 1_000_000)]
public sealed class VerifyModel(VerifyRelease verify, Translator text) : PageModel
{
    private const long MostBytes = ReleaseSealing.MaxPdf;

    /// <summary>The file to check.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The code to check.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The result.</summary>
    public Verification? Answer { get; private set; }

    /// <summary>The result, in the reader's language.</summary>
    public string Say(Verification answer) =>
        text[answer.Sentence, [.. answer.Arguments.Select(a => a is DateOnly day ? Texts.Day(text.Language, day) : a)]];

    /// <summary>Checks a code if there is one.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        // An empty field is bound as null too; only the query string shows that the button was pressed.
        if (!string.IsNullOrWhiteSpace(Code))
            Answer = await AnswerAsync(new() { Code = Code }, cancellation);
        else if (Request.Query.ContainsKey("code"))
            new FormCheck(this, text).Problem("code", "Enter the code from the last page.");
    }

    /// <summary>Checks a file.</summary>
    public async Task OnPostAsync(CancellationToken cancellation)
    {
        var check = new FormCheck(this, text).That(Upload is { Length: > 0 }, nameof(Upload), "Choose a file first.")
            .That(Upload is null or { Length: <= MostBytes }, nameof(Upload), "Choose a file of 60 MB or less. Our releases are smaller than that.");
        if (!check.Passed)
            return;
        var bytes = new byte[Upload!.Length];
        await using (var upload = Upload.OpenReadStream())
            await upload.ReadExactlyAsync(bytes, cancellation);
        Answer = await AnswerAsync(new() { Pdf = bytes }, cancellation);
    }

    private async Task<Verification> AnswerAsync(VerifyRelease.Command command, CancellationToken cancellation) =>
        ((VerifyRelease.Answered)await verify.ExecuteAsync(command, Actor.Anonymous, cancellation)).Verification;
}
