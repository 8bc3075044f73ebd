using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Calls;

/// <summary>Records that somebody called back, or that there's no need to anymore.</summary>
public sealed class EndOfficeCall(PortalDb db, TimeProvider clock)
{
    /// <summary>Ends it. Ending it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid callId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteNotes) is { } refusal)
            return refusal;
        if (await db.Set<OfficeCall>().SingleOrDefaultAsync(c => c.Id == callId, cancellation) is not { } call)
            return new Outcome.NotFound();
        if (call.EndedAt is not null)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        call.End(now);
        db.Record(this, now, actor, null, new OfficeCallEnded(call.Id));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Files a call on the case it belongs to after all.</summary>
public sealed class FileOfficeCall(PortalDb db, Vault vault, SafetyAlarm alarm, TimeProvider clock)
{
    /// <summary>The call, and the case's reference as typed.</summary>
    public sealed record Command(Guid CallId, string Reference);

    /// <summary>It's in the case now.</summary>
    public sealed record Filed(string Reference) : Outcome.Success;

    /// <summary>Files it. What was promised becomes a task of the case.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteNotes) is { } refusal)
            return refusal;
        if (await db.Set<OfficeCall>().SingleOrDefaultAsync(c => c.Id == command.CallId, cancellation) is not { } call)
            return new Outcome.NotFound();
        var typed = CaseReference.TryParse(command.Reference, out var reference) ? reference.ToString() : null;
        if (typed is null || await db.Set<Case>().SingleOrDefaultAsync(c => c.Reference == typed, cancellation) is not { } @case)
            return new Outcome.Refused("There's no case with that reference. Check it, or find the case first.");
        if (call.EndedAt is null && @case.IsClosed)
            return new Outcome.Refused("This case is closed, so nothing reminds anyone to call back. Reopen it first, or mark the call as done.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        if (@case.Danger is null && SafetyWords.Find(call.Body) is { } danger)
            await alarm.RaiseAsync(act, @case, danger, call.Id, cancellation);
        call.MoveTo(@case, db, act);
        await vault.EraseAsync(call.Id, cancellation);
        return await db.CommitAsync(cancellation, new Filed(@case.Reference));
    }
}

/// <summary>Erases calls that were done with 90 days ago. They belong to no case, so there's no reason to keep them.</summary>
[Recurring("Erase old calls without a case", DailyAt = "03:35")]
public sealed class OfficeCallOldJob(PortalDb db, Vault vault, TimeProvider clock) : ISweep
{
    private const int Batch = 200;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now.AddDays(-OfficeCall.DaysKept);
        var erased = 0;
        while (await db.Set<OfficeCall>().Where(c => c.EndedAt < before).OrderBy(c => c.EndedAt).Take(Batch).ToListAsync(cancellation) is { Count: > 0 } due)
        {
            foreach (var call in due)
                await vault.EraseAsync(call.Id, cancellation);
            db.RemoveRange(due);
            db.Record(this, now, Actor.System(nameof(OfficeCallOldJob)), null, new OfficeCallsErased(due.Count));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            erased += due.Count;
        }

        return erased;
    }
}
