using Portal.Domain.Platform.Bots;

namespace Portal.Web.Hosting;

/// <summary>Whether a form is accepted.</summary>
/// <param name="Admitted">False if one address sends too many forms that the bot check couldn't clear.</param>
/// <param name="ReviewReason">Why staff should take a closer look; null if the bot check has no doubts.</param>
public sealed record BotPassage(bool Admitted, string? ReviewReason);

/// <summary>
/// Runs the bot check on a posted form. Doubtful forms are accepted for staff to review, up to a limit (docs/adr/0008).
/// </summary>
public sealed class BotGate(IBotCheck check, DoubtfulRequests doubtful)
{
    /// <summary>Decides whether to accept the form of this request.</summary>
    /// <param name="form">Which form it is; must match <c>_BotCheck</c>.</param>
    public async Task<BotPassage> PassAsync(HttpContext context, string form, CancellationToken cancellation) =>
        await check.CheckAsync(await context.Request.BotAnswerAsync(form), cancellation) is BotVerdict.ForReview { Reason: var why }
            ? new(doubtful.Admit(context), why)
            : new(true, null);
}
