using System.Globalization;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Jobs;

namespace Portal.BackOffice.Areas.Office;

/// <summary>Describes when a job runs.</summary>
public static class ScheduleText
{
    /// <summary>For example, "Every 10 seconds" or "Every day at 2:30 AM".</summary>
    public static string Schedule(this Translator text, RecurringJob job) => job switch
    {
        { DailyAt: { } time } => text["Every day at {0}", time.ToString("t", CultureInfo.CurrentCulture)],
        { Every: { TotalSeconds: < 60 } pause } => text["Every {0} seconds", (int)pause.TotalSeconds],
        { Every: { TotalMinutes: < 60 } pause } => text["Every {0} minutes", (int)pause.TotalMinutes],
        { Every: { TotalHours: 1 } } => text["Every hour"],
        { Every: { } pause } => text["Every {0} hours", (int)pause.TotalHours],
        _ => "–",
    };
}
