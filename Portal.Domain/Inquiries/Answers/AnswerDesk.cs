using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Documents;
using Portal.Domain.Offices;
using Portal.Domain.Topics;

namespace Portal.Domain.Inquiries.Answers;

/// <summary>A deadline that an agency's decision may start.</summary>
/// <param name="Period">The period.</param>
/// <param name="IsOfTopic">Whether the case's topic names it.</param>
public sealed record PossibleDeadline(AppealPeriodCard Period, bool IsOfTopic);

/// <summary>Reads what an answer is recorded from. Never writes.</summary>
public sealed class AnswerDesk(PortalDb db, TopicCatalog topics, Calendars calendars)
{
    /// <summary>The periods of an agency that are a number of days, those of the case's topic first.</summary>
    public async Task<IReadOnlyList<PossibleDeadline>> PeriodsAsync(string agency, string? topicCode, CancellationToken cancellation)
    {
        var ofTopic = (await topics.FindAsync(topicCode, cancellation))?.Deadlines ?? [];
        return
        [
            .. (await db.Set<AppealPeriod>().AsNoTracking().Where(p => p.AgencyCode == agency).OrderBy(p => p.Position).ToListAsync(cancellation))
                .Select(p => p.Read()).Where(p => p.Days is not null)
                .Select(p => new PossibleDeadline(p, ofTopic.Contains(p.Code)))
                .OrderByDescending(p => p.IsOfTopic),
        ];
    }

    /// <summary>Documents that may hold an answer: what the office filed, the newest first.</summary>
    public async Task<IReadOnlyList<Document>> DocumentsAsync(Guid caseId, CancellationToken cancellation) =>
        [.. (await db.Set<Document>().AsNoTracking().Where(d => d.CaseId == caseId).OrderByDescending(d => d.Id).ToListAsync(cancellation))
            .Where(d => d.CanOpen && d.UploadedBy == Platform.Access.ActorKind.Staff)];

    /// <summary>The last day of a period that starts on a day: the first business day on or after it, as agencies' rules extend it.</summary>
    public async Task<AnswerDeadline> CountAsync(AppealPeriodCard period, DateOnly startsOn, CancellationToken cancellation) => new(
        period.What.En, period.What.Es, (await calendars.ReadAsync(cancellation)).OnOrAfter(startsOn.AddDays(period.Days!.Value)))
    {
        PeriodCode = period.Code,
        Citation = period.Citation,
        StartsOn = startsOn,
    };
}
