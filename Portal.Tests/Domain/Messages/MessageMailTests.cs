using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Desk;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Progress;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Messages;

/// <summary>Each message says what became of its email, and whether the person has opened the page since.</summary>
public sealed class MessageMailTests
{
    [Theory, OnBoth]
    public async Task A_message_says_that_its_email_waits_went_out_or_came_back_and_that_the_page_was_opened(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var key = Guid.CreateVersion7();
        await office.DoAsync<SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, "We asked the agency.", key), maria, default));
        var said = await EntryAsync(office, @case.Id, key);
        Assert.Equal((null, null), (said.Mail!.SentAt, said.Mail.FailedAt));
        Assert.Null(said.OpenedAt);

        var mail = (await office.AllAsync<OutgoingMail>()).Single(m => m.Cause == key);
        await office.WithAsync<PortalDb, int>(async db =>
        {
            (await db.FindAsync<OutgoingMail>(mail.Id))!.SentAt = office.Clock.GetUtcNow().UtcDateTime;
            return await db.SaveChangesAsync();
        });
        Assert.NotNull((await EntryAsync(office, @case.Id, key)).Mail!.SentAt);
        await office.WithAsync<PortalDb, int>(async db =>
        {
            (await db.FindAsync<OutgoingMail>(mail.Id))!.Return(office.Clock.GetUtcNow().UtcDateTime, new(MailFailureKind.RecipientRefused));
            return await db.SaveChangesAsync();
        });
        said = await EntryAsync(office, @case.Id, key);
        Assert.Equal((null, MailFailureKind.RecipientRefused), (said.Mail!.SentAt, MailFailure.Read(said.Mail.LastError!).Kind));

        office.Clock.Advance(TimeSpan.FromHours(1));
        await OpenAsync(office, @case);
        Assert.NotNull((await EntryAsync(office, @case.Id, key)).OpenedAt);
        Assert.DoesNotContain(await EntriesAsync(office, @case.Id), e => e.Text.Contains("CasePageOpened", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Looking_at_the_page_neither_wakes_a_snoozed_case_nor_makes_a_form_stale(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        await office.DoAsync<SnoozeCase>(o => o.ExecuteAsync(new(@case.Id, null, office.Clock.Today.AddDays(2)), maria, default));
        await office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(@case.Id, "Thank you.", Guid.CreateVersion7()), Actor.Constituent(@case.Id), default));
        var seen = await office.WithAsync<Timeline, Guid>(t => t.NewestAsync(@case.Id, default));
        await OpenAsync(office, @case);
        (await office.TryAsync<MarkAsRead>(o => o.ExecuteAsync(new(@case.Id, null, seen), maria, default))).Did("MarkedAsRead");

        var other = await office.Given.CaseWithAgency(maria);
        await office.DoAsync<SnoozeCase>(o => o.ExecuteAsync(new(other.Id, null, office.Clock.Today.AddDays(2)), maria, default));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await OpenAsync(office, other);
        Assert.NotNull(await office.WithAsync<ProgressQuery, DateOnly?>(q => q.SnoozedUntilAsync(other.Id, default)));
    }

    private static async Task OpenAsync(DomainHost office, Case @case)
    {
        var sent = Assert.IsType<SendAccessCode.Sent>(await office.DoAsync<SendAccessCode>(o => o.ExecuteAsync(new(AccessPurpose.Status, @case.Id, Answers.Email, "en"), Actor.Anonymous, default)));
        await office.SweepAsync<MailDueJob>();
        // The latest email comes first.
        var code = office.Mail.Sent.SelectMany(m => m.Text.Split('\n')).Select(l => l.Trim()).First(l => l.Length == 6 && l.All(char.IsAsciiDigit));
        Assert.IsType<UseAccessCode.Opened>(await office.DoAsync<UseAccessCode>(o => o.ExecuteAsync(new(AccessPurpose.Status, sent.Id, code), Actor.Anonymous, default)));
    }

    private static async Task<TimelineEntry> EntryAsync(DomainHost office, Guid caseId, Guid id) => (await EntriesAsync(office, caseId)).Single(e => e.Id == id);

    private static async Task<IReadOnlyList<TimelineEntry>> EntriesAsync(DomainHost office, Guid caseId)
    {
        var none = new Dictionary<string, string>();
        var calendar = await office.WithAsync<Portal.Domain.Offices.Calendars, Portal.Domain.Offices.OfficeCalendar>(c => c.ReadAsync(default));
        return (await office.WithAsync<Timeline, (IReadOnlyList<TimelineEntry> Entries, bool More)>(
            t => t.ReadAsync(caseId, "en", new(new Dictionary<Guid, string>(), none, none, calendar), true, default))).Entries;
    }
}
