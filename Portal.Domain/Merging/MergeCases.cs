using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Tasks;

namespace Portal.Domain.Merging;

/// <summary>
/// Closes a case because another one of the same person is about the same matter and goes on. The person is told, the earlier of the two
/// promises holds, and what nobody has answered yet waits in the case that goes on.
/// </summary>
public sealed class MergeCases(PortalDb db, TimeProvider clock)
{
    /// <summary>The case to close as the form saw it, and the reference of the one that goes on, as typed.</summary>
    public sealed record Command(Guid CaseId, int? Version, string Into, Guid Key);

    /// <summary>They're one now.</summary>
    public sealed record Merged(string Into) : Outcome.Success;

    /// <summary>Merges them.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        // A double submit still sends the version from before the first one was saved.
        if (refusal is null or Outcome.Stale && await db.FindAsync<CaseMerge>([command.Key], cancellation) is not null)
            return new Merged(PlainText.Code(command.Into));
        if (refusal is not null)
            return refusal;
        if (await db.FindCaseAsync(command.Into, cancellation) is not { } into)
            return new Outcome.Refused("There's no case with that reference. Check it, or find the case first.");
        if (await ProblemAsync(@case, into, cancellation) is { } problem)
            return problem;
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        db.Add(new CaseMerge { Id = command.Key, CaseId = @case.Id, IntoId = into.Id, ById = actor.Id ?? Guid.Empty, At = act.At });
        if (@case.PromisedOn is { } promised)
            into.PromiseSooner(promised);
        if (@case.UnansweredSince is { } since)
            into.NoteConstituentActivity(since);
        db.CountAsChanged(into);
        // What is planned, promised, or held goes on in the case that stays.
        foreach (var task in await db.Set<CaseTask>().Where(t => t.CaseId == @case.Id && t.EndedAt == null).ToListAsync(cancellation))
        {
            db.Add(new CaseTask { Id = Guid.CreateVersion7(), CaseId = into.Id, Kind = task.Kind, What = task.What?.Text, On = task.On, At = task.At, ForId = task.ForId, ById = task.ById, AddedAt = act.At });
            task.End(act.At);
        }

        var shown = @case.ContactEmailIndex is not null && @case.ContactEmailIndex == into.ContactEmailIndex ? into.Reference : null;
        var mail = new CaseMergedMail(@case.Reference, shown, into.PromisedOn!.Value);
        var text = shown is null
            ? Texts.Get(@case.Language, "This case is about the same thing as another case of yours, so we work on them together. Nothing you sent is lost.")
            : Texts.Get(@case.Language, "This case is about the same thing as your case {0}, so we work on them together there. Nothing you sent is lost.", shown);
        var message = await db.EndAsync(act, @case, ClosingReason.Duplicate, text, mail, cancellation);
        db.Record(act, @case.Id, new CaseClosed(ClosingReason.Duplicate, message));
        db.Record(act, @case.Id, new CaseMerged(command.Key, false));
        db.Record(act, into.Id, new CaseMerged(command.Key, true));
        return await db.CommitAsync(cancellation, new Merged(into.Reference));
    }

    private async Task<Outcome.Refused?> ProblemAsync(Case @case, Case into, CancellationToken cancellation) => (@case, into) switch
    {
        _ when @case.Id == into.Id => new("That's the same case. Enter the reference of the other one."),
        ({ IsClosed: true }, _) => new("This case is closed already."),
        (_, { IsClosed: true }) => new("That case is closed. Merge it into this one instead, or reopen it first."),
        _ when @case.ConstituentId != into.ConstituentId => new("These cases belong to two different people. If they're the same person, record that first."),
        ({ Danger: not null }, _) => new("A safety alert is open here. Record who reached the person first."),
        _ when await db.OpenInquiriesAsync(@case.Id, cancellation) > 0 => new("An agency is still working on this case. Merge the other one into it instead, or end the inquiry first."),
        ({ AnswerUntoldSince: not null } or { AnswerToConfirmSince: not null }, _) => new("An agency answered here, and the constituent hasn't been told. Do that first."),
        _ when await SignedAsync(@case.Id, cancellation) is { Count: > 0 } signed && signed.Except(await SignedAsync(into.Id, cancellation)).Any() =>
            new("The release signed in this case would end. Merge the other case into this one instead."),
        _ => null,
    };

    private async Task<IReadOnlyList<string>> SignedAsync(Guid caseId, CancellationToken cancellation) =>
        await db.Set<PrivacyRelease>().Where(r => r.CaseId == caseId && (r.Status == ReleaseStatus.Signed || r.Status == ReleaseStatus.Checking)).Select(r => r.AgencyCode).Distinct()
            .ToListAsync(cancellation);
}

/// <summary>Takes merged cases apart: the closed one is open again.</summary>
public sealed class UndoMerge(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>Either case, and the merge.</summary>
    public sealed record Command(Guid CaseId, Guid MergeId);

    /// <summary>Undoes it. Undoing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (_, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.Set<CaseMerge>().SingleOrDefaultAsync(m => m.Id == command.MergeId && (m.CaseId == command.CaseId || m.IntoId == command.CaseId), cancellation) is not { } merge)
            return new Outcome.NotFound();
        if (merge.UndoneAt is not null)
            return Outcome.Done;
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var closed = await db.Set<Case>().SingleAsync(c => c.Id == merge.CaseId, cancellation);
        merge.Undo(act.At);
        if (closed is { ClosingReason: ClosingReason.Duplicate } && closed.ClosedAt == merge.At)
        {
            closed.Reopen(UpdatePromise.First(await calendars.ReadAsync(cancellation), act.At, closed.Priority), act.At);
            db.Record(act, closed.Id, new CaseReopened());
            if (closed.ContactEmail is { } email)
                db.Queue(act.At, new CaseReopenedMail(closed.Reference, closed.PromisedOn!.Value), new(email, closed.Language), closed.Id, merge.Id);
        }

        db.Record(act, merge.CaseId, new CaseMergeUndone(merge.Id));
        db.Record(act, merge.IntoId, new CaseMergeUndone(merge.Id));
        return await db.CommitAsync(cancellation);
    }
}
