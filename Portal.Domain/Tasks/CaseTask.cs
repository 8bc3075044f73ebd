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

    /// <summary>What it is.</summary>
    public required SealedText What { get; init; }

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

/// <summary>Reads open tasks.</summary>
public static class OpenTasks
{
    /// <summary>Whether the office has to do it. Hearings aren't the office's.</summary>
    public static readonly Expression<Func<CaseTask, bool>> AreOwed = t => t.EndedAt == null && t.Kind != TaskKind.Hearing;

    /// <summary>The days of what the office has to do in a case, the earliest first.</summary>
    public static readonly KeptQuery<Guid, DateOnly> OfCase = new((db, id) =>
        db.Set<CaseTask>().AsNoTracking().Where(t => t.CaseId == id).Where(AreOwed).OrderBy(t => t.On).Select(t => t.On));
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
