using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;

namespace Portal.Web.Pages.Request;

/// <summary>Everything that was typed, to print or take to another office.</summary>
public sealed class MineModel(RequestJourney journey, Translator text) : PageModel
{
    /// <summary>The answers, by step.</summary>
    public IReadOnlyList<AnswerSummary> Parts { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation);

    /// <summary>Downloads the answers as a text file.</summary>
    public async Task<IActionResult> OnGetTextAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var file = new StringBuilder();
        foreach (var part in Parts)
        {
            file.AppendLine(part.Heading).AppendLine(new string('-', part.Heading.Length));
            foreach (var (label, value, _) in part.Lines)
                file.AppendLine($"{label}: {value}");
            file.AppendLine();
        }

        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(file.ToString())).ToArray(), "text/plain; charset=utf-8", "request.txt");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var answers = await journey.AnswersAsync(cancellation);
        Parts = [.. AnswerSummary.From(answers, await journey.TopicAsync(answers, cancellation), text).Where(p => p.Lines.Count > 0)];
    }
}
