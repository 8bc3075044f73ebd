namespace Portal.Domain.Platform.Bots;

/// <summary>
/// The check that asks nothing of a person and nothing of a third party: a hidden field, a least time, and a proof of
/// work. Each of them can fail for an honest person (no JavaScript, a fast helper, an odd autofill), so none refuses.
/// </summary>
public sealed class QuietBotCheck(FormClock forms, ProofOfWork work, SpentChallenges spent) : IBotCheck
{
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public async Task<BotVerdict> CheckAsync(BotAnswer answer, CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(answer.Honeypot))
            return new BotVerdict.ForReview("The hidden field was filled in.");
        if (forms.Elapsed(answer.Started) is not { } elapsed)
            return new BotVerdict.ForReview("The form's start time is missing or changed.");
        if (elapsed < LeastTime)
            return new BotVerdict.ForReview("The form was sent in under three seconds.");
        if (string.IsNullOrEmpty(answer.Altcha))
            return new BotVerdict.ForReview("No proof of work. JavaScript may be off.");
        if (work.Verify(answer.Altcha) is not { } puzzle)
            return new BotVerdict.ForReview("The proof of work is wrong or too old.");
        return await spent.SpendAsync(puzzle, cancellation)
            ? new BotVerdict.Passed()
            : new BotVerdict.ForReview("The proof of work was already used.");
    }
}
