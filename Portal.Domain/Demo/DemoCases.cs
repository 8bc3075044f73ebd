using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.MailRoom;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Routing;
using Portal.Domain.Updates;

namespace Portal.Domain.Demo;

/// <summary>
/// Plays invented stories through the real operations, in date order, with the jobs running every business day, so an
/// evaluator sees what a real office would have.
/// </summary>
/// <param name="services">The domain's services with adapters, using <paramref name="clock"/> as the clock.</param>
/// <param name="clock">Set to the present time when done.</param>
public sealed class DemoCases(IServiceProvider services, DemoClock clock)
{
    /// <summary>The email address of the constituent whose case evaluators can look up.</summary>
    public static readonly string TryEmail = DemoStory.EmailOf("Grace Holloway");

    private static readonly Play Demonstration = new(["demo-cases-benefits.json", "demo-cases-abroad.json", "demo-cases-other.json", "demo-cases-agencies.json"], null);

    // One caseworker, so that every case is theirs.
    private static readonly Play Practice = new(["practice-cases.json"], [DemoOffice.CaseworkerEmail, DemoOffice.AdministratorEmail]);

    private static readonly Type[] DailyJobs =
        [
            typeof(UpdateDueJob), typeof(ReleaseUnsignedJob), typeof(InformationRequestDueJob), typeof(InquiryOverdueJob),
            typeof(ReleaseExpiredJob), typeof(ReleaseRenewalDueJob),
        ];

    // The files with the stories, and who works in the office; null for everyone.
    private sealed record Play(string[] Files, string[]? Staff);

    /// <summary>Creates the demonstration's office and its cases and returns true; returns false if there is already an office.</summary>
    public Task<bool> CreateAsync(CancellationToken cancellation) => CreateAsync(Demonstration, cancellation);

    /// <summary>The same with the five practice cases and one caseworker.</summary>
    public Task<bool> CreatePracticeAsync(CancellationToken cancellation) => CreateAsync(Practice, cancellation);

    private async Task<bool> CreateAsync(Play play, CancellationToken cancellation)
    {
        var now = clock.Now;
        clock.Now = now.AddDays(-410);
        await using (var scope = services.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<Office>().AnyAsync(cancellation))
                return false;
            await scope.ServiceProvider.GetRequiredService<DemoOffice>().CreateAsync(play.Staff, cancellation);
        }

        await PlayAsync(play, now, cancellation);
        clock.Now = now;
        await EndAsync(cancellation);
        return true;
    }

    private async Task PlayAsync(Play play, DateTime now, CancellationToken cancellation)
    {
        OfficeCalendar calendar;
        await using (var scope = services.CreateAsyncScope())
            calendar = await scope.ServiceProvider.GetRequiredService<Calendars>().ReadAsync(cancellation);
        foreach (var moment in DemoSchedule.Plan(play.Files.SelectMany(SeedFile.Read<DemoStory[]>), calendar, now))
        {
            clock.Now = moment.At;
            await using var scope = services.CreateAsyncScope();
            if (moment.Story is null)
                await SweepAsync(DailyJobs, cancellation);
            else if (moment.Step.ByStaff)
                await new DemoStaff(scope.ServiceProvider).ActAsync(moment.Story, moment.Step, calendar.DayOf(moment.At), cancellation);
            else
                await new DemoConstituent(scope.ServiceProvider).ActAsync(moment.Story, moment.Step, calendar.DayOf(moment.At), cancellation);
            if (moment.Step.Verb == "submit")
                await SweepAsync([typeof(RouteNewCasesJob)], cancellation);
        }
    }

    private async Task SweepAsync(IEnumerable<Type> jobs, CancellationToken cancellation)
    {
        foreach (var job in jobs)
        {
            await using var scope = services.CreateAsyncScope();
            await ((ISweep)scope.ServiceProvider.GetRequiredService(job)).RunAsync(cancellation);
        }
    }

    // Emails from the past are marked as sent, except those to the one person whose emails an evaluator may want to read.
    private async Task EndAsync(CancellationToken cancellation)
    {
        await SweepAsync([typeof(SealActivityJob), typeof(DocumentPendingJob)], cancellation);
        await using (var morning = services.CreateAsyncScope())
            await new DemoMail(morning.ServiceProvider.GetRequiredService<PortalDb>(), morning.ServiceProvider.GetRequiredService<MailStore>(), clock).ArriveAsync(cancellation);
        await SweepAsync([typeof(MailArrivedJob), typeof(DocumentPendingJob)], cancellation);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutgoingMail>()
            .Where(m => m.SentAt == null && m.Recipient != TryEmail)
            .ExecuteUpdateAsync(
                m => m.SetProperty(x => x.SentAt, x => x.QueuedAt)
                    .SetProperty(x => x.DueAt, (DateTime?)null)
                    .SetProperty(x => x.Attempts, 1),
                cancellation);
    }
}
