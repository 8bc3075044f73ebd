namespace Portal.Domain.Platform.Bots;

/// <summary>
/// A check that needs no effort from people and no third party: a hidden field, a minimum time, and a proof of work. Each can
/// fail for an honest person (no JavaScript, a fast helper, an odd autofill), so failing means review, not refusal.
/// </summary>
public sealed class QuietBotCheck(FormClock forms, ProofOfWork work, SpentChallenges spent) : IBotCheck
{
    private static readonly TimeSpan MinTime = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public async Task<BotVerdict> CheckAsync(BotAnswer answer, CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(answer.Honeypot))
            return new BotVerdict.ForReview("A field that people can't see was filled in, which is common with spam.");
        if (forms.Elapsed(answer.Started) is not { } elapsed)
            return new BotVerdict.ForReview("The time the form was opened is missing or was altered.");
        if (elapsed < MinTime)
            return new BotVerdict.ForReview("The form was sent in under three seconds.");
        if (string.IsNullOrEmpty(answer.Altcha))
            return new BotVerdict.ForReview("The sender's browser skipped our spam check. JavaScript may be off.");
        if (work.Verify(answer.Altcha) is not { } puzzle)
            return new BotVerdict.ForReview("The sender's browser failed our spam check, or the check had expired.");
        return await spent.SpendAsync(puzzle, cancellation)
            ? new BotVerdict.Passed()
            : new BotVerdict.ForReview("The same spam check was used for another request.");
    }
}
