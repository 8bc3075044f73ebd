using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Reports;
using Portal.Domain.Updates;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Reports;

public sealed class WeeklyReportTests
{
    [Theory, OnBoth]
    public async Task Whoever_leads_gets_one_report_a_week_with_the_figures_of_the_overview(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var @case = await office.Given.AcceptedCase(maria);
        await office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(@case.Id, "Any news?", Guid.CreateVersion7()), Actor.Constituent(@case.Id), default));
        await OpenAsync(office, DayOfWeek.Monday);
        await office.SweepAsync<WeeklyReportJob>();
        var mail = Assert.Single(await ReportsAsync(office));
        Assert.Equal("olga@nunez.example.gov", mail.Recipient.Text);
        Assert.Equal("Olga", olga.Name);
        Assert.Contains("\"unanswered\":1", mail.Payload.Text, StringComparison.Ordinal);
        await OpenAsync(office, DayOfWeek.Tuesday);
        await office.SweepAsync<WeeklyReportJob>();
        Assert.Single(await ReportsAsync(office));
        await OpenAsync(office, DayOfWeek.Monday);
        await office.SweepAsync<WeeklyReportJob>();
        Assert.Equal(2, (await ReportsAsync(office)).Count);
    }

    [Theory, OnBoth]
    public async Task Whoever_turned_the_emails_off_gets_none(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        await office.DoAsync<ChooseDigest>(o => o.ExecuteAsync(false, olga, default));
        await OpenAsync(office, DayOfWeek.Monday);
        Assert.Equal(0, await office.SweepAsync<WeeklyReportJob>());
        Assert.Empty(await ReportsAsync(office));
    }

    private static async Task<IReadOnlyList<OutgoingMail>> ReportsAsync(DomainHost office) => [.. (await office.AllAsync<OutgoingMail>()).Where(m => m.Kind == nameof(WeeklyReportMail))];

    // The next such day that isn't today, at 11 in the morning in the office.
    private static Task OpenAsync(DomainHost office, DayOfWeek day)
    {
        do
            office.Clock.Advance(TimeSpan.FromHours(1));
        while (office.Clock.GetUtcNow().UtcDateTime is var now && (now.DayOfWeek != day || now.Hour != 16));
        return Task.CompletedTask;
    }
}
