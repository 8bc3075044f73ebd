using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Security;
using Portal.Domain.Demo;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Practice;

/// <summary>The first page of the practice office: its cases, and how far one has come. It exists only there.</summary>
public sealed class IndexModel(PracticeGuide guide, StaffActor staff) : PageModel
{
    /// <summary>The practice cases; empty before sign-in.</summary>
    public IReadOnlyList<PracticeCase> Cases { get; private set; } = [];

    /// <summary>Whether someone is practicing in this browser.</summary>
    public bool IsSignedIn => staff.IfSignedIn is not null;

    /// <summary>Whether fresh cases are being made.</summary>
    public bool IsStartingOver { get; private set; }

    /// <summary>Shows the cases.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (IsSignedIn)
            Cases = await guide.ReadAsync(cancellation);
    }

    /// <summary>Signs in as the practice office's caseworker.</summary>
    public async Task<IActionResult> OnPostBeginAsync([FromServices] DemoLinks links, [FromServices] SignInWithDemoLink signIn, CancellationToken cancellation)
    {
        if (!IsSignedIn && await guide.TraineeAsync(cancellation) is { } trainee)
            await signIn.ExecuteAsync(links.LinkFor(trainee).Split('/')[^1], cancellation);
        return LocalRedirect(Links.Office.Practice);
    }

    /// <summary>Makes fresh cases.</summary>
    public IActionResult OnPostStartOver([FromServices] PracticeRestart restart)
    {
        if (!IsSignedIn)
            return LocalRedirect(Links.Office.Practice);
        IsStartingOver = true;
        restart.Ask();
        return Page();
    }
}
