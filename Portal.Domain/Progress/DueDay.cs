using Portal.Domain.Cases;
using Portal.Domain.Offices;

namespace Portal.Domain.Progress;

/// <summary>When the office has to do something in a case, whatever that is.</summary>
public static class DueDay
{
    /// <summary>
    /// The first of what the office's steps say, the promised update, a running deadline, and the working day after something came that
    /// nobody has read. Null when there is none.
    /// </summary>
    public static DateOnly? Of(Case @case, CaseProgress progress, OfficeCalendar calendar, DateOnly? deadline)
    {
        DateOnly? After(DateTime? came) => came is { } at ? calendar.AddBusinessDays(calendar.DayOf(at), 1) : null;
        return progress.Steps.Where(s => s.Turn == Turn.Office).Select(s => s.DueOn)
            .Concat([@case.UpdateDueOn, deadline, After(@case.UnansweredSince), After(@case.AnswerToConfirmSince)]).Where(d => d is not null).Min();
    }
}
