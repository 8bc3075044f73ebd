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
public sealed class AnswerDesk(PortalDb db, TopicCatalog topics)
{
    /// <summary>The periods of an agency that are a number of days, those of the case's topic first.</summary>
    public async Task<IReadOnlyList<PossibleDeadline>> PeriodsAsync(string agency, string? topicCode, CancellationToken cancellation)
    {
        var ofTopic = (await topics.FindAsync(topicCode, cancellation))?.Deadlines ?? [];
        return
        [
            .. (await db.Set<AppealPeriod>().AsNoTracking().Where(p => p.AgencyCode == agency).OrderBy(p => p.Position).ToListAsync(cancellation))
                .Select(p => p.Read()).Where(p => p.Days > 0)
                .Select(p => new PossibleDeadline(p, ofTopic.Contains(p.Code)))
                .OrderByDescending(p => p.IsOfTopic),
        ];
    }

    /// <summary>Documents that may hold an answer, the newest first; also those that are still being checked.</summary>
    public async Task<IReadOnlyList<Document>> DocumentsAsync(Guid caseId, CancellationToken cancellation) =>
        await db.Set<Document>().AsNoTracking().Where(d => d.CaseId == caseId && d.State != DocumentState.Suspect).OrderByDescending(d => d.Id).ToListAsync(cancellation);

    /// <summary>
    /// The last day of a period that starts with a letter of this date; null when the letter doesn't show what it's counted from. A
    /// weekend or federal holiday moves it to the next day that is neither; the office's own closures don't.
    /// </summary>
    public static AnswerDeadline? Count(AppealPeriodCard period, DateOnly letterOn)
    {
        if (period.CountsFrom == CountsFrom.Other || period.Days is not { } days)
            return null;
        var last = letterOn.AddDays(days);
        while (!FederalHolidays.IsBusinessDay(last))
            last = last.AddDays(1);
        return new(period.What.En, period.What.Es, last) { PeriodCode = period.Code, Citation = period.Citation, StartsOn = letterOn };
    }
}
