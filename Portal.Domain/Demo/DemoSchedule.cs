using Portal.Domain.Offices;

namespace Portal.Domain.Demo;

/// <summary>A moment when something happens. Without a story, it is the daily run of the jobs.</summary>
internal sealed record DemoMoment(DateTime At, DemoStory? Story, DemoStep Step);

/// <summary>Puts all stories on one timeline that ends now, with the jobs running every business day.</summary>
internal static class DemoSchedule
{
    /// <summary>How many days of history the jobs run in; older cases were already closed by then.</summary>
    private const int JobDays = 90;

    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(2);
    private static readonly DemoStep Jobs = DemoStep.Parse("0 09:30 jobs");

    /// <summary>Every moment, in order.</summary>
    public static IReadOnlyList<DemoMoment> Plan(IEnumerable<DemoStory> stories, OfficeCalendar calendar, DateTime now) =>
        [.. stories.SelectMany(s => Plan(s, calendar, now)).Concat(JobRuns(calendar, now)).OrderBy(m => m.At)];

    private static IEnumerable<DemoMoment> Plan(DemoStory story, OfficeCalendar calendar, DateTime now)
    {
        var before = DateTime.MinValue;
        foreach (var step in story.Steps.Prepend(story.Submitted + " submit").Select(DemoStep.Parse))
        {
            var at = Utc(calendar, Day(step, calendar, now), step.At);
            at = at > before ? at : before + Apart;
            before = at < now ? at : now;
            yield return new(before, story, step);
        }
    }

    private static IEnumerable<DemoMoment> JobRuns(OfficeCalendar calendar, DateTime now) =>
        Enumerable.Range(0, JobDays).Select(ago => calendar.DayOf(now).AddDays(-ago)).Where(calendar.IsBusinessDay)
            .Select(day => new DemoMoment(Utc(calendar, day, Jobs.At), null, Jobs)).Where(m => m.At < now);

    private static DateOnly Day(DemoStep step, OfficeCalendar calendar, DateTime now)
    {
        var day = calendar.DayOf(now).AddDays(-step.DaysAgo);
        return step.ByStaff ? calendar.OnOrAfter(day) : day;
    }

    private static DateTime Utc(OfficeCalendar calendar, DateOnly day, TimeOnly time) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), calendar.Zone);
}
