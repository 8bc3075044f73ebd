using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.PrivacyReleases;

/// <summary>
/// Reveals free text in full, including what looks like a Social Security number and is otherwise masked, and records that it
/// was viewed.
/// </summary>
public sealed class RevealText(PortalDb db, Vault vault, TimeProvider clock)
{
    /// <summary>The case, and <c>WhatHappened</c>, <c>WhatYouWant</c>, <c>DeadlineWhat</c>, or the id of a message, call, or note.</summary>
    public sealed record Command(Guid CaseId, string Name);

    /// <summary>Reveals the text.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.RevealIdentifiers, cancellation);
        if (refusal is not null)
            return refusal;
        var text = Guid.TryParse(command.Name, out var id)
            ? await WrittenAsync(@case.Id, id, cancellation)
            : await AnsweredAsync(@case.Id, command.Name, cancellation);
        if (text is null)
            return new Outcome.NotFound();
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, @case.Id, new IdNumberViewed("Text"));
        return await db.CommitAsync(cancellation, new RevealIdentifier.Revealed(text));
    }

    private async Task<string?> WrittenAsync(Guid caseId, Guid id, CancellationToken cancellation) =>
        (await db.Set<Message>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.CaseId == caseId, cancellation))?.Body
        ?? (await db.Set<PhoneCall>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.CaseId == caseId, cancellation))?.Body
        ?? (await db.Set<CaseNote>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.CaseId == caseId, cancellation))?.Body;

    private async Task<string?> AnsweredAsync(Guid caseId, string name, CancellationToken cancellation)
    {
        var request = await db.Set<HelpRequest>().AsNoTracking().SingleAsync(r => r.Id == caseId, cancellation);
        var answers = RequestJson.Unseal(await vault.OpenAsync(caseId, cancellation), request);
        return name switch
        {
            nameof(RequestAnswers.WhatHappened) => answers.WhatHappened,
            nameof(RequestAnswers.WhatYouWant) => answers.WhatYouWant,
            nameof(RequestAnswers.DeadlineWhat) => answers.DeadlineWhat,
            _ => answers.TopicAnswers.GetValueOrDefault(name),
        };
    }
}
