using Portal.Domain.Platform.Bots;

namespace Portal.Web.Hosting;

/// <summary>Whether a form may pass.</summary>
/// <param name="Admitted">False when one address sends too many that the bot check could not clear.</param>
/// <param name="ReviewReason">Why staff should look twice; null when the bot check has no doubt.</param>
public sealed record BotPassage(bool Admitted, string? ReviewReason);

/// <summary>Asks the bot check about a posted form. What it doubts is accepted for staff to look at, up to a limit (docs/adr/0008).</summary>
public sealed class BotGate(IBotCheck check, DoubtfulRequests doubtful)
{
    /// <summary>Lets the form of this request pass, or not.</summary>
    /// <param name="form">Which form it is; the same word as in <c>_BotCheck</c>.</param>
    public async Task<BotPassage> PassAsync(HttpContext context, string form, CancellationToken cancellation) =>
        await check.CheckAsync(await context.Request.BotAnswerAsync(form), cancellation) is BotVerdict.ForReview { Reason: var why }
            ? new(doubtful.Admit(context), why)
            : new(true, null);
}
