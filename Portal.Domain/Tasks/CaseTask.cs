using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.Tasks;

/// <summary>What kind of thing stands in the calendar.</summary>
public enum TaskKind
{
    /// <summary>Something the office does by a day.</summary>
    ToDo,

    /// <summary>The person is at the office, or calls, at a time.</summary>
    Appointment,

    /// <summary>A hearing, an interview, or an exam of the person. The office only has to know of it.</summary>
    Hearing,

    /// <summary>The office promised to call back. Talking to the person, and logging the call, keeps the promise.</summary>
    CallBack,

    /// <summary>
    /// A caller asked to change contact or bank details. Until it's certain who asked and this is done, the person's own changes on the
    /// website wait, too.
    /// </summary>
    ChangeAsked,
}

/// <summary>A task, appointment, or hearing in a case; staff only.</summary>
public sealed class CaseTask : IVersioned
{
    /// <summary>The longest description, in characters.</summary>
    public const int LongestWhat = 300;

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>What kind it is.</summary>
    public TaskKind Kind { get; init; }

    /// <summary>What it is; whom to call for a promised call. Null when it's the person, and the kind says enough.</summary>
    public SealedText? What { get; init; }

    /// <summary>The day.</summary>
    public DateOnly On { get; init; }

    /// <summary>The time of day, in the office's time zone; null for the whole day.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>Who does it; null for whoever has the case.</summary>
    public Guid? ForId { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid ById { get; init; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTime AddedAt { get; init; }

    /// <summary>When it was done or dropped, UTC; null while it's open.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>It was done or dropped.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>Something was put in the calendar.</summary>
public sealed record TaskAdded(Guid TaskId, TaskKind Kind, DateOnly On) : IEvent;

/// <summary>Something in the calendar was done or dropped.</summary>
public sealed record TaskEnded(Guid TaskId, TaskKind Kind, bool Dropped) : IEvent;

/// <summary>What the steps of a case need to know about a task.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="On">The day.</param>
public sealed record TaskFact(Guid CaseId, TaskKind Kind, DateOnly On)
{
    /// <inheritdoc cref="CaseTask.At"/>
    public TimeOnly? At { get; init; }

    /// <inheritdoc cref="CaseTask.ForId"/>
    public Guid? ForId { get; init; }
}

/// <summary>Reads open tasks.</summary>
public static class OpenTasks
{
    /// <summary>Whether the office has to do it. Hearings aren't the office's.</summary>
    public static readonly Expression<Func<CaseTask, bool>> AreOwed = t => t.EndedAt == null && t.Kind != TaskKind.Hearing;

    /// <summary>Whether a change that a caller asked for is held.</summary>
    public static Task<bool> HoldsChangeAsync(PortalDb db, Guid caseId, CancellationToken cancellation) =>
        db.Set<CaseTask>().AnyAsync(t => t.CaseId == caseId && t.Kind == TaskKind.ChangeAsked && t.EndedAt == null, cancellation);

    /// <summary>What the steps need of a row.</summary>
    public static readonly Expression<Func<CaseTask, TaskFact>> FromRow = t => new(t.CaseId, t.Kind, t.On) { At = t.At, ForId = t.ForId };

    /// <summary>What the office has to do in a case, the earliest first.</summary>
    public static readonly KeptQuery<Guid, TaskFact> OfCase = new((db, id) =>
        db.Set<CaseTask>().AsNoTracking().Where(t => t.CaseId == id).Where(AreOwed).OrderBy(t => t.On).ThenBy(t => t.At)
            .Select(FromRow));
}

internal sealed class CaseTaskMapping : IEntityTypeConfiguration<CaseTask>
{
    public void Configure(EntityTypeBuilder<CaseTask> task)
    {
        task.ToTable("CaseTask");
        task.Property(t => t.Id).ValueGeneratedNever();
        task.HasIndex(t => new { t.CaseId, t.On });
        task.HasIndex(t => t.On).HasFilter("\"EndedAt\" IS NULL");
        task.HasOne<Case>().WithMany().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.ForId).OnDelete(DeleteBehavior.Restrict);
    }
}
