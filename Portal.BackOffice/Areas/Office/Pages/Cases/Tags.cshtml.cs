using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Chooses the tags of a case.</summary>
public sealed class TagsModel(CasePageContext context, TagList tags, ChangeTags change) : CasePageModel(context)
{
    /// <summary>The chosen tags.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>The tags to choose from: those in use, and those the case has.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Chosen = [.. (await tags.OfAsync([Head.Case.Id], cancellation))[Head.Case.Id].Select(t => t.Id)];
        return await ShowAsync(cancellation);
    }

    /// <summary>Saves them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        await FinishAsync(await change.ExecuteAsync(new(Head.Case.Id, Chosen), Actor, cancellation), "Tags saved.", nameof(Chosen), cancellation);

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var its = (await tags.OfAsync([Head.Case.Id], cancellation))[Head.Case.Id];
        Choices = [.. (await tags.ReadAsync(cancellation)).UnionBy(its, t => t.Id).OrderBy(t => t.Name, StringComparer.CurrentCulture).Select(t => new SelectListItem(t.Name, t.Id.ToString()))];
    }
}
