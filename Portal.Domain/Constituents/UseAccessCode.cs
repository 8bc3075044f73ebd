using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Constituents;

/// <summary>The person opened the page of their case with a code, so they can have read what was there.</summary>
public sealed record CasePageOpened : IEvent;

/// <summary>Opens what a code was emailed for. If two people use the same code at once, only one gets in.</summary>
public sealed class UseAccessCode(PortalDb db, SecretCode secrets, TimeProvider clock)
{
    /// <summary>The code as typed; spaces and dashes are ignored.</summary>
    public sealed record Command(AccessPurpose Purpose, Guid CodeId, string Typed);

    /// <summary>What is now open, and the language of the email.</summary>
    public sealed record Opened(Guid SubjectId, string Language) : Outcome.Success;

    /// <summary>Checks the code and uses it up.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        var code = await db.Set<AccessCode>().SingleOrDefaultAsync(c => c.Id == command.CodeId && c.Purpose == command.Purpose, cancellation);
        if (code is null || !code.IsUsable(now))
            return new Outcome.Refused("That code no longer works. Request a new code.");
        var right = code.Try(secrets, command.Typed);
        if (right)
        {
            code.UsedAt = now;
            if (command.Purpose == AccessPurpose.Status && code.SubjectId is { } caseId)
                db.Record(this, now, Actor.Constituent(caseId), caseId, new CasePageOpened());
        }

        return await db.CommitAsync(cancellation, right ? new Opened(code.SubjectId!.Value, code.Language) : code.Wrong()) switch
        {
            // Someone else tried at the same moment. Their try was counted, so this recursion ends.
            Outcome.Stale => await ExecuteAsync(command, actor, cancellation),
            var outcome => outcome,
        };
    }
}
