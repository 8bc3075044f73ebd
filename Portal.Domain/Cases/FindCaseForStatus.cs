using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Cases;

/// <summary>Finds a case by reference and email address; both must match. Never writes.</summary>
public sealed class FindCaseForStatus(PortalDb db, BlindIndex index)
{
    /// <summary>What was typed.</summary>
    public sealed record Command(CaseReference Reference, EmailAddress Email);

    /// <summary>The case and its language; null when there is none. The caller must not reveal which.</summary>
    public sealed record Found(Guid? CaseId, string? Language) : Outcome.Success;

    /// <summary>Looks up the case.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        var (reference, email) = (command.Reference.ToString(), index.Of("email", command.Email.Normalized));
        var found = await db.Set<Case>()
            .Where(c => c.Reference == reference && c.ContactEmailIndex == email)
            .Select(c => new { c.Id, c.Language })
            .SingleOrDefaultAsync(cancellation);
        return new Found(found?.Id, found?.Language);
    }
}
