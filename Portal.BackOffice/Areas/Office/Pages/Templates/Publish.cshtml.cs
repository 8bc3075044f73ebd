using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>Shows what publishing the draft would change, and publishes it.</summary>
public sealed class PublishModel(PublishTemplateQuery query, PublishTemplate publish, StaffActor staff, Translator text) : PageModel
{
    /// <summary>Version of the draft that the page showed.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What would be published, and who is affected.</summary>
    public TemplateToPublish Next { get; private set; } = null!;

    /// <summary>The draft.</summary>
    public ReleaseTemplate Template => Next.Draft;

    /// <summary>The differences.</summary>
    public IReadOnlyList<WordingChange> Changes => Next.Newest is { } newest ? WordingChanges.Between(newest.Words(), Template.Words(), text) : [];

    /// <summary>What blocks publishing.</summary>
    public IReadOnlyList<TemplateProblem> Problems => TemplateCheck.ProblemsOf(Template.Words());

    /// <summary>Shows the differences.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation) =>
        await ReadAsync(code, cancellation) ? Page() : NotFound();

    /// <summary>Publishes the draft.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        var outcome = await publish.ExecuteAsync(new(code, Version), staff.Current, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(
                Links.Office.Template(code), "New version published. People will sign it from now on. Releases already signed don't change.");
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        new FormCheck(this, text).Refusal(outcome);
        return Page();
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellation) => (Next = (await query.ReadAsync(code, cancellation))!) is not null;
}
