using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Knowledge;

/// <summary>Records that someone compared a procedure with its source today, and that it's still right.</summary>
public sealed class CheckProcedure(PortalDb db, TimeProvider clock)
{
    /// <summary>The procedure as the page showed it, and today's date in the office's time zone.</summary>
    public sealed record Command(Guid Id, int Version, DateOnly Today);

    /// <summary>Checks it. Checking it twice on a day changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        if (await db.Set<Procedure>().SingleOrDefaultAsync(p => p.Id == command.Id && p.RetiredAt == null, cancellation) is not { } procedure)
            return new Outcome.NotFound();
        if (procedure.CheckedOn == command.Today)
            return Outcome.Done;
        if (procedure.Version != command.Version)
            return new Outcome.Stale();
        procedure.Check(command.Today, actor.Id ?? Guid.Empty);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new ProcedureChecked(procedure.Id));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Takes a procedure out of use. It's kept, and can be restored.</summary>
public sealed class RetireProcedure(PortalDb db, TimeProvider clock)
{
    /// <summary>Retires it. Retiring it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        if (await db.Set<Procedure>().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } procedure)
            return new Outcome.NotFound();
        if (procedure.RetiredAt is not null)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        procedure.Retire(now);
        db.Record(this, now, actor, null, new ProcedureRetired(id));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Takes a retired procedure into use again.</summary>
public sealed class RestoreProcedure(PortalDb db, TimeProvider clock)
{
    /// <summary>Restores it. Restoring it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        if (await db.Set<Procedure>().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } procedure)
            return new Outcome.NotFound();
        if (procedure.RetiredAt is null)
            return Outcome.Done;
        procedure.Restore();
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new ProcedureRestored(id));
        return await db.CommitAsync(cancellation);
    }
}
