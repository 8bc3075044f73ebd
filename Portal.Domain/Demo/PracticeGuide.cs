using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;

namespace Portal.Domain.Demo;

/// <summary>Whether this process is the practice office, which holds five made-up cases and sends no email.</summary>
public sealed record PracticeMode(bool IsOn);

/// <summary>One of the five practice cases: what it teaches, and how far the reader has come.</summary>
public sealed record PracticeCase(Guid CaseId, string Reference, string Person)
{
    /// <summary>What it teaches.</summary>
    public required Bilingual Goal { get; init; }

    /// <summary>What to do, in order.</summary>
    public required IReadOnlyList<PracticeStep> Steps { get; init; }

    /// <summary>Whether everything is done.</summary>
    public bool IsDone => Steps.All(s => s.IsDone);
}

/// <summary>A step of a practice case. It's done when staff did what it asks for.</summary>
public sealed record PracticeStep(Bilingual Text, bool IsDone);

/// <summary>Reads how far the practice cases have come. Never writes.</summary>
public sealed class PracticeGuide(PortalDb db)
{
    private sealed record Lesson(string Person, Bilingual Goal, Task[] Steps);

    private sealed record Task(Bilingual Text, string[] Events);

    /// <summary>The five cases, in the order of the lessons. Only for the practice office.</summary>
    public async Task<IReadOnlyList<PracticeCase>> ReadAsync(CancellationToken cancellation)
    {
        var lessons = SeedFile.Read<Lesson[]>("practice-guide.json");
        // A practice office holds a handful of cases; the oldest with the name is the one that came with it.
        var cases = (await db.Set<Case>().AsNoTracking().OrderBy(c => c.Id).Take(100).ToListAsync(cancellation)).ToLookup(c => c.PersonName.Text);
        var own = lessons.Select(l => (Lesson: l, Case: cases[l.Person].FirstOrDefault())).Where(l => l.Case is not null).ToList();
        var ids = own.Select(o => (Guid?)o.Case!.Id).ToList();
        var events = (await db.Set<ActivityEntry>().AsNoTracking().Where(a => ids.Contains(a.CaseId) && a.ActorKind == ActorKind.Staff)
            .Select(a => new { a.CaseId, a.EventName }).ToListAsync(cancellation)).ToLookup(a => a.CaseId, a => a.EventName);
        return [.. own.Select(o => new PracticeCase(o.Case!.Id, o.Case.Reference, o.Lesson.Person)
        {
            Goal = o.Lesson.Goal,
            Steps = [.. o.Lesson.Steps.Select(s => new PracticeStep(s.Text, s.Events.Any(e => events[o.Case.Id].Contains(e))))],
        })];
    }

    /// <summary>The caseworker everyone practices as; null while there's no practice office.</summary>
    public Task<Guid?> TraineeAsync(CancellationToken cancellation) =>
        db.Set<StaffMember>().Where(s => s.Email == DemoOffice.CaseworkerEmail && s.DisabledAt == null).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellation);
}
