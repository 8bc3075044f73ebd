using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Inquiries.Deadlines;

/// <summary>
/// A time limit that an agency's decision started: to appeal, to ask for reconsideration, to answer. It runs whether or not the case is
/// open, and only staff end it.
/// </summary>
public sealed class RunningDeadline : IVersioned
{
    /// <summary>Days before the last day on which the constituent is reminded.</summary>
    public static readonly IReadOnlyList<int> Reminders = [14, 7, 2];

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case, whose key protects the words.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The agency that decided.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>The answer that started it.</summary>
    public Guid ResponseId { get; init; }

    /// <summary>The code of the period it follows; null when staff entered the day themselves.</summary>
    public string? PeriodCode { get; init; }

    /// <summary>What the person can do until then, as an action, in English.</summary>
    public required SealedText What { get; init; }

    /// <summary>The same in Spanish.</summary>
    public required SealedText WhatEs { get; init; }

    /// <summary>The law or rule; null when staff entered the day themselves.</summary>
    public string? Citation { get; init; }

    /// <summary>The day it's counted from; null when staff entered the last day themselves.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly LastDay { get; init; }

    /// <summary>Who recorded it.</summary>
    public Guid AddedById { get; init; }

    /// <summary>The reminder that went out last, in days before the last day; null when none did.</summary>
    public int? RemindedAtDays { get; private set; }

    /// <summary>When staff ended it because it was met or no longer matters, UTC; null while it runs.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>What the person can do, in the reader's language.</summary>
    public string WhatIn(string language) => language == "es" ? WhatEs : What;

    /// <summary>The reminder that's due: the shortest that has come and hasn't gone out; null when none has.</summary>
    /// <param name="today">Today.</param>
    /// <param name="through">The last day before the office is open again, whose reminders go out today.</param>
    public int? ReminderDue(DateOnly today, DateOnly through) => LastDay < today || EndedAt is not null ? null
        : Reminders.Where(r => LastDay.DayNumber - through.DayNumber <= r && (RemindedAtDays ?? int.MaxValue) > r).Cast<int?>().Min();

    /// <summary>A reminder went out.</summary>
    public void Remind(int days) => RemindedAtDays = days;

    /// <summary>Ends it. Ending it twice changes nothing.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>Reads the deadlines that run.</summary>
public static class RunningDeadlines
{
    /// <summary>A case's deadlines that haven't been ended, the soonest first; also those that have passed.</summary>
    public static readonly KeptQuery<Guid, RunningDeadline> OfCase = new((db, id) =>
        db.Set<RunningDeadline>().AsNoTracking().Where(d => d.CaseId == id && d.EndedAt == null).OrderBy(d => d.LastDay).ThenBy(d => d.Id));
}

internal sealed class RunningDeadlineMapping : IEntityTypeConfiguration<RunningDeadline>
{
    public void Configure(EntityTypeBuilder<RunningDeadline> deadline)
    {
        deadline.ToTable("RunningDeadline");
        deadline.Property(d => d.Id).ValueGeneratedNever();
        deadline.Property(d => d.AgencyCode).HasMaxLength(8);
        deadline.Property(d => d.PeriodCode).HasMaxLength(80);
        deadline.Property(d => d.Citation).HasMaxLength(200);
        deadline.HasIndex(d => new { d.CaseId, d.LastDay });
        deadline.HasIndex(d => d.LastDay).HasFilter("\"EndedAt\" IS NULL");
        deadline.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
