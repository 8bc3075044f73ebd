using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Glossary;

/// <summary>Acronyms, programs, and forms in plain words, for staff.</summary>
public sealed class IndexModel(Translator text) : PageModel
{
    /// <summary>What to show.</summary>
    public GlossaryPage List { get; private set; } = null!;

    /// <summary>Shows what was searched for, or a letter.</summary>
    public void OnGet(string? q, string? letter) => List = GlossaryPage.For(Links.Office.Glossary, q, letter, text.Language);
}
