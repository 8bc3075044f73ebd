using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Decisions;
using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>A question that waits for a decision.</summary>
/// <param name="Case">The case it's about.</param>
/// <param name="Decision">The question.</param>
/// <param name="AskedBy">Who asked.</param>
public sealed record OpenQuestion(Case Case, Decision Decision, string AskedBy);

/// <summary>An agency that left every follow-up unanswered.</summary>
/// <param name="Case">The case it's about.</param>
/// <param name="Inquiry">The inquiry.</param>
public sealed record UnansweredInquiry(Case Case, InquiryFact Inquiry);

/// <summary>What the Member and senior staff have to know or decide.</summary>
/// <param name="Today">Today, in the office's time zone.</param>
public sealed record AttentionList(DateOnly Today)
{
    /// <summary>Questions that wait for a decision, the first to be due first.</summary>
    public required IReadOnlyList<OpenQuestion> Questions { get; init; }

    /// <summary>Letters that wait for another person, the longest waiting first.</summary>
    public required IReadOnlyList<WaitingLetter> Letters { get; init; }

    /// <summary>Open cases of the highest priority, the oldest first.</summary>
    public required IReadOnlyList<Case> Emergencies { get; init; }

    /// <summary>Agencies that left every follow-up unanswered, the longest ago first.</summary>
    public required IReadOnlyList<UnansweredInquiry> Silent { get; init; }
}

/// <summary>Reads the attention list. Never writes.</summary>
public sealed class AttentionQuery(PortalDb db, WaitingLettersQuery letters, StaffDirectory staff, Calendars calendars, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>The list; empty for a reader who may not see cases.</summary>
    public async Task<AttentionList> ReadAsync(Actor reader, CancellationToken cancellation)
    {
        var today = (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime);
        if (!reader.May(Permission.ReadCases))
            return new(today) { Questions = [], Letters = [], Emergencies = [], Silent = [] };
        var questions = await db.Set<Decision>().AsNoTracking().Where(d => d.DecidedAt == null && d.EndedAt == null)
            .Where(d => db.Set<Case>().Any(c => c.Id == d.CaseId && c.ClosedAt == null)).OrderBy(d => d.DueOn).Take(Most).ToListAsync(cancellation);
        var silent = await db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.EndedAt == null && i.EscalatedAt != null)
            .OrderBy(i => i.EscalatedAt).Take(Most).Select(InquiryFact.FromRow).ToListAsync(cancellation);
        var urgent = await db.Set<Case>().Where(c => c.ClosedAt == null && c.Priority == Priority.P0).OrderBy(c => c.ReceivedAt).Take(Most).Select(c => c.Id).ToListAsync(cancellation);
        List<Guid> ids = [.. questions.Select(d => d.CaseId).Concat(silent.Select(i => i.CaseId)).Concat(urgent).Distinct()];
        await db.ReadKeysAsync(ids, cancellation);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        var names = await staff.NamesAsync(cancellation);
        return new(today)
        {
            Questions = [.. questions.Select(d => new OpenQuestion(cases[d.CaseId], d, names.GetValueOrDefault(d.AskedById, "")))],
            Letters = [.. (await letters.ReadAsync(cancellation)).Where(l => l.For is not null)],
            Emergencies = [.. urgent.Select(id => cases[id])],
            Silent = [.. silent.Select(i => new UnansweredInquiry(cases[i.CaseId], i)).Where(u => !u.Case.IsClosed)],
        };
    }
}
