using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Topics;

namespace Portal.Domain.Desk;

/// <summary>A request that staff wrote down, for the person to check.</summary>
/// <param name="Case">The case.</param>
/// <param name="Answers">What was written down.</param>
/// <param name="Topic">The topic; null when staff weren't sure.</param>
public sealed record TakenRequest(Case Case, RequestAnswers Answers, TopicCard? Topic);

/// <summary>Reads a request that staff wrote down. Never writes.</summary>
public sealed class TakenRequestQuery(PortalDb db, Vault vault, TopicCatalog topics)
{
    /// <summary>The request; null when the person sent it themselves or its key was erased.</summary>
    public async Task<TakenRequest?> ReadAsync(Guid caseId, CancellationToken cancellation) =>
        await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancellation) is { } @case and not { Door: Door.Web }
        && await db.AnswersAsync(vault, caseId, cancellation) is { } answers
            ? new(@case, answers, await topics.FindAsync(@case.TopicCode, cancellation))
            : null;
}
