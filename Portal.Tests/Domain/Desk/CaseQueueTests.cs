using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Desk;

/// <summary>The list of cases that staff work from.</summary>
public sealed class CaseQueueTests
{
    private static readonly DateTime Start = new(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory, OnBoth]
    public async Task Every_case_is_on_exactly_one_page_in_order(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.AddAsync([.. Files(130)]);
        foreach (var view in (QueueView[])[QueueView.Open, QueueView.New, QueueView.Unassigned, QueueView.Overdue])
        {
            var rows = await AllPagesAsync(office, new(view));
            Assert.Equal(130, rows.Count);
            Assert.Equal(130, rows.DistinctBy(r => r.Id).Count());
            var sorted = view == QueueView.Overdue ? rows.OrderBy(r => r.UpdateDueOn) : rows.OrderBy(r => r.Priority).ThenBy(r => r.ReceivedAt);
            Assert.Equal(sorted.Select(r => r.Id), rows.Select(r => r.Id));
        }
    }

    [Theory, OnBoth]
    public async Task Closed_cases_are_listed_newest_first(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var files = Files(120).ToList();
        foreach (var @case in files.OfType<Case>())
            @case.Close(ClosingReason.ResolvedInFavor, Start);
        await office.AddAsync([.. files]);
        var rows = await AllPagesAsync(office, new(QueueView.Closed));
        Assert.Equal(120, rows.DistinctBy(r => r.Id).Count());
        Assert.Equal(rows.OrderByDescending(r => r.ReceivedAt).Select(r => r.ReceivedAt), rows.Select(r => r.ReceivedAt));
        Assert.Empty(await AllPagesAsync(office, new(QueueView.Open)));
    }

    [Theory, OnBoth]
    public async Task Counts_stop_at_a_thousand(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.AddAsync([.. Files(1_010)]);
        Assert.Equal(CaseQueue.MostCounted, await office.WithAsync<CaseQueue, int>(q => q.CountAsync(new(QueueView.Open), null, default)));
    }

    [Theory, OnBoth]
    public async Task View_counts_are_current_after_every_save(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var by = await office.Given.Caseworker();
        Task<IReadOnlyDictionary<QueueView, int>> Counts() =>
            office.WithAsync<CaseQueue, IReadOnlyDictionary<QueueView, int>>(q => q.CountsAsync(by.Id!.Value, default));
        Assert.All((await Counts()).Values, count => Assert.Equal(0, count));
        await office.AddAsync([.. Files(3)]);
        var counts = await Counts();
        Assert.Equal((3, 3, 3, 0), (counts[QueueView.New], counts[QueueView.Open], counts[QueueView.Unassigned], counts[QueueView.Mine]));
        await office.ReadAsync(async db =>
        {
            var files = await db.Set<Case>().ToListAsync();
            files[0].AssignTo(by.Id);
            files[1].Accept(Start);
            files[2].Close(ClosingReason.ResolvedInFavor, Start);
            return await db.SaveChangesAsync();
        });
        counts = await Counts();
        Assert.Equal(
            (1, 2, 1, 1, 1),
            (counts[QueueView.New], counts[QueueView.Open], counts[QueueView.Unassigned], counts[QueueView.Mine], counts[QueueView.Closed]));
        foreach (var view in Enum.GetValues<QueueView>())
            Assert.Equal(await office.WithAsync<CaseQueue, int>(q => q.CountAsync(new(view), by.Id, default)), counts[view]);
    }

    [Theory, OnBoth]
    public async Task Next_leads_to_the_following_case_even_after_the_current_one_left_the_list(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.AddAsync([.. Files(3)]);
        var rows = await AllPagesAsync(office, new(QueueView.New));
        await office.ReadAsync(async db =>
        {
            (await db.Set<Case>().SingleAsync(c => c.Id == rows[1].Id)).Accept(Start);
            return await db.SaveChangesAsync();
        });
        Task<string?> After(int row) => office.WithAsync<CaseQueue, string?>(q => q.NextAsync(new(QueueView.New), null, rows[row].Place, default));
        Assert.Equal(rows[2].Reference, await After(0));
        Assert.Equal(rows[2].Reference, await After(1));
        Assert.Null(await After(2));
    }

    [Theory, OnBoth]
    public async Task Search_ignores_accents_and_finds_closed_cases(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var by = await office.Given.Caseworker();
        var @case = await office.Given.ClosedCase(by);
        await office.AddAsync([.. Files(3)]);
        foreach (var typed in (string[])
            [
                "garcia", "Ana GARCÍA", "ana", Answers.Email.ToUpperInvariant(), @case.Reference, @case.Reference[..5].ToLowerInvariant(),
                @case.Reference[..8], @case.Reference[6..]
            ])
            Assert.Equal([@case.Reference], (await AllPagesAsync(office, new(QueueView.Open) { Search = typed })).Select(r => r.Reference));

        Assert.Empty(await AllPagesAsync(office, new(QueueView.Open) { Search = "arcia" }));
        Assert.Empty(await AllPagesAsync(office, new(QueueView.Open) { Search = "%" }));
    }

    [Theory, OnBoth]
    public async Task Search_finds_phone_numbers_names_and_the_text_of_a_request(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var by = await office.Given.Caseworker();
        var payment = await office.Given.ClosedCase(by);
        var refund = await office.Given.SubmittedCase("irs-refund");
        await office.AddAsync([.. Files(3)]);
        async Task<IEnumerable<Guid>> FindAsync(string typed) =>
            (await AllPagesAsync(office, new(QueueView.Open) { Search = typed })).Select(r => r.Id).Order();
        foreach (var typed in (string[])["(212) 555-0188", "+1 212.555.0188", "2125550188 ext. 7"])
            Assert.Equal(new[] { payment.Id, refund.Id }.Order(), await FindAsync(typed));
        Assert.Empty(await FindAsync("212-555-0189"));
        foreach (var typed in (string[])["refund", "tax refund", "REEMBOLSO", "irs refund"])
            Assert.Equal([refund.Id], await FindAsync(typed));
        Assert.Empty(await FindAsync("refund passport"));
    }

    [Theory, OnBoth]
    public async Task Agency_and_topic_filter_the_list(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var payment = await office.Given.SubmittedCase();
        var refund = await office.Given.SubmittedCase("irs-refund");
        Assert.Equal([refund.Id], (await AllPagesAsync(office, new(QueueView.Open) { Topic = "irs-refund" })).Select(r => r.Id));
        Assert.Equal(
            [payment.Id],
            (await AllPagesAsync(office, new(QueueView.Open) { Agency = "SSA", Topic = "ssa-missing-payment" })).Select(r => r.Id));
        Assert.Empty(await AllPagesAsync(office, new(QueueView.Open) { Agency = "IRS", Topic = "ssa-missing-payment" }));
    }

    [Theory, OnBoth]
    public async Task Rows_show_what_is_missing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var by = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(by);
        await office.Given.Request(@case, by, dueInDays: 7);
        var row = Assert.Single(await AllPagesAsync(office, new(QueueView.Mine), by));
        Assert.True(row.Unsigned);
        Assert.Equal(office.Clock.Today.AddDays(7), row.AskedFor);
        Assert.Null(row.AgencyLateSince);
    }

    private static async Task<List<CaseQueueRow>> AllPagesAsync(DomainHost office, CaseQueueFilter filter, Actor? reader = null)
    {
        var rows = new List<CaseQueueRow>();
        CaseQueueCursor? after = null;
        do
        {
            var page = await office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(filter, reader?.Id, after, default));
            rows.AddRange(page.Rows);
            after = CaseQueueCursor.Parse(page.Next?.ToString());
        }
        while (after is not null && rows.Count < 2_000);
        return rows;
    }

    // Several cases share a time, so only the id orders them.
    private static IEnumerable<object> Files(int count)
    {
        var person = new Constituent { Id = Guid.CreateVersion7(), FirstSeenAt = Start };
        yield return person;
        for (var i = 0; i < count; i++)
        {
            var @case = new Case
            {
                Id = Guid.CreateVersion7(),
                Reference = CaseReference.Create().ToString(),
                ConstituentId = person.Id,
                PersonName = "Bo Li",
                Priority = (Priority)(i % 4),
                Language = "en",
                Residency = ResidencyFinding.InDistrict,
                ReceivedAt = Start.AddMinutes(i / 7 * 7 % 60),
            };
            @case.Promise(new DateOnly(2026, 1, 1).AddDays(i % 9));
            yield return Given.KeyOf(@case.Id);
            yield return @case;
        }
    }
}
