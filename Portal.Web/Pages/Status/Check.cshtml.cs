using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Intake;
using Portal.Domain.Platform;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Status;

/// <summary>Lets somebody whose request staff wrote down read and confirm it, once they've said a fact that was written down.</summary>
[EnableRateLimiting(RateLimits.PublicPost)]
public sealed class CheckModel(ConstituentSession session, TakenRequestQuery requests, ConfirmRequest confirm, Translator text) : PageModel
{
    /// <summary>The date of birth, when that's asked for.</summary>
    [BindProperty]
    public DateParts Born { get; set; } = new();

    /// <summary>The digits, when those are asked for.</summary>
    [BindProperty]
    public string? Digits { get; set; }

    /// <summary>The request.</summary>
    public TakenRequest? Taken { get; private set; }

    /// <summary>What's asked before anything is shown; null when nothing that could be asked was written down.</summary>
    public FactAsked? Asked => FactAnswer.AskedOf(Taken!.Answers);

    /// <summary>Whether the person said the fact, so that the request is shown.</summary>
    public bool IsKnown => Answer.Fits(Taken!.Answers);

    private FactAnswer Answer => new(Born.TryGet(out var born) ? born : null, Digits);

    /// <summary>Asks for the fact.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Shows the request to somebody who knows the fact.</summary>
    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellation)
    {
        var page = await ShowAsync(cancellation);
        if (page is PageResult && !IsKnown)
            new FormCheck(this, text).Problem(Asked == FactAsked.BirthDate ? nameof(Born) : nameof(Digits), FactAnswer.Wrong);
        return page;
    }

    /// <summary>Confirms it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        var outcome = await Outcome.RetryOnceIfStaleAsync(
            () => confirm.ExecuteAsync(new(access.CaseId, ConfirmedHow.Code) { Answer = Answer }, access.Actor, cancellation));
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Status.Case, "Thank you. Your request is confirmed.");
        new FormCheck(this, text).Refusal(outcome);
        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        Taken = await requests.ReadAsync(access.CaseId, cancellation);
        return Taken is null or { Case.IsConfirmed: true } or { Case.IsClosed: true } ? LocalRedirect(Links.Status.Case) : Page();
    }
}
