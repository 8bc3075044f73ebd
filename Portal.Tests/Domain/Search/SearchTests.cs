using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Corrections;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Search;
using Portal.Domain.Search;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Search;

public sealed class SearchTests
{
    [Theory, OnBoth]
    public async Task A_case_is_found_by_anything_written_in_it(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await CaseOfAsync(office, "Carol", "Whitman", "212-555-0161");
        await office.DoAsync<WriteNote>(o => o.ExecuteAsync(new(@case.Id, "Her sister Agnieszka mentioned an I-130 petition. SSN 219-09-7788", Guid.CreateVersion7()), maria, default));
        await office.DoAsync<LogCall>(o => o.ExecuteAsync(new(@case.Id, CallDirection.In, "She will mail the missing pay stubs on Tuesday.", Guid.CreateVersion7()), maria, default));
        await CaseOfAsync(office, "Caroline", "Whitfield", "212-555-0177");
        await IndexAsync(office);
        foreach (var typed in (string[])
            ["whitman carol", "Carol Whitman", "5550161", "555-0161", "(212) 555-0161", "0161", "pay stubs", "\"missing pay stubs\"", "stubs tuesday carol", "pay stub",
             "agnieszka", "i130", "I-130", "i 130", "petition I-130 whitman", @case.Reference, "whitm", "carol stubs"])
            Assert.Equal((typed, @case.Id.ToString()), (typed, string.Join(", ", await FindAsync(office, typed))));
        foreach (var typed in (string[])["\"stubs pay\"", "carol whitfield stubs", "tuesdays agnieszka i140", "5559161", "\"ssn i130\"", "petitioner", "219-09-7788", "7788", "219-09-9999", "9999"])
            Assert.Equal((typed, ""), (typed, string.Join(", ", await FindAsync(office, typed))));
    }

    [Theory, OnBoth]
    public async Task Accents_and_case_do_not_matter(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await CaseOfAsync(office, "José", "Muñoz", "212-555-0162", "Me negaron la pensión después de la operación.");
        await IndexAsync(office);
        foreach (var typed in (string[])["munoz", "MUÑOZ jose", "pension operacion", "\"negaron la pensión\""])
            Assert.Equal((typed, @case.Id.ToString()), (typed, string.Join(", ", await FindAsync(office, typed))));
    }

    [Theory, OnBoth]
    public async Task What_was_corrected_is_found_and_what_was_wrong_is_not(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await CaseOfAsync(office, "Carol", "Witman", "212-555-0161");
        await IndexAsync(office);
        var contact = ContactData.Of(Of("Carol", "Whitman", "212-555-0199"));
        await office.DoAsync<CorrectContact>(o => o.ExecuteAsync(new(@case.Id, null, contact, CorrectionReason.Mistyped, IdentityCheck.CalledBack) { Key = Guid.CreateVersion7() }, maria, default));
        await IndexAsync(office);
        Assert.Single(await FindAsync(office, "whitman 0199"));
        Assert.Empty(await FindAsync(office, "witman"));
        Assert.Empty(await FindAsync(office, "5550161"));
    }

    [Theory, OnBoth]
    public async Task Only_hashes_are_stored(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await CaseOfAsync(office, "Carol", "Whitman", "212-555-0161", "Zanzibarian pay stubs");
        await IndexAsync(office);
        Assert.NotEmpty(await FindAsync(office, "zanzibarian"));
        var stored = await office.ReadAsync(async db => db is SqlitePortalDb
            ? string.Concat(await db.Database.SqlQueryRaw<string>("SELECT hex(block) AS \"Value\" FROM \"SearchWords_data\"").ToListAsync())
            : string.Concat(await db.Database.SqlQueryRaw<string>("SELECT \"Words\"::text AS \"Value\" FROM \"SearchWords\"").ToListAsync()));
        Assert.NotEmpty(stored);
        foreach (var word in (string[])["zanzib", "stub", "whitman"])
        {
            Assert.DoesNotContain(word, stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(word)), stored, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, OnBoth]
    public async Task Indexing_costs_by_what_changed_and_twice_changes_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var first = await CaseOfAsync(office, "Carol", "Whitman", "212-555-0161");
        await CaseOfAsync(office, "Ana", "Ruiz", "212-555-0163");
        await office.SweepAsync<SealActivityJob>();
        Assert.Equal(2, await office.SweepAsync<IndexCasesJob>());
        Assert.Equal(0, await office.SweepAsync<IndexCasesJob>());
        await office.DoAsync<WriteNote>(o => o.ExecuteAsync(new(first.Id, "Zanzibar", Guid.CreateVersion7()), maria, default));
        await office.SweepAsync<SealActivityJob>();
        Assert.Equal(1, await office.SweepAsync<IndexCasesJob>());
        Assert.Equal(first.Id, Assert.Single(await FindAsync(office, "zanzibar")));
    }

    [Theory, OnBoth]
    public async Task Changing_how_words_are_hashed_indexes_every_case_again(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await CaseOfAsync(office, "Carol", "Whitman", "212-555-0161");
        await IndexAsync(office);
        await office.ReadAsync(async db =>
        {
            await SearchWords.ClearAsync(db, default);
            return await db.Set<IndexState>().ExecuteUpdateAsync(s => s.SetProperty(i => i.Format, -1));
        });
        Assert.Empty(await FindAsync(office, "0161"));
        await office.SweepAsync<IndexCasesJob>();
        Assert.Equal(@case.Id, Assert.Single(await FindAsync(office, "0161")));
    }

    [Theory, OnBoth]
    public async Task The_words_are_shown_where_they_stand_to_those_who_may_read_cases(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var other = await CaseOfAsync(office, "Ana", "Ruiz", "212-555-0163", "They lost my stubs.");
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var @case = await CaseOfAsync(office, "Carol", "Whitman", "212-555-0161");
        await office.DoAsync<LogCall>(o => o.ExecuteAsync(new(@case.Id, CallDirection.In, "She mailed the stubs, all the stubs, and again stubs.", Guid.CreateVersion7()), maria, default));
        await IndexAsync(office);
        var page = await SearchAsync(office, "stubs", SearchOrder.Newest, maria);
        Assert.Equal([@case.Id, other.Id], page.Cases.Select(c => c.Case.Id));
        var text = Assert.Single(page.Cases[0].Texts);
        Assert.Equal(TextPlace.Call, text.Place);
        Assert.Equal(["stubs", "stubs", "stubs"], text.Pieces.Where(p => p.IsMatch).Select(p => p.Text));
        Assert.Equal("She mailed the stubs, all the stubs, and again stubs.", string.Concat(text.Pieces.Select(p => p.Text)));
        Assert.Equal(@case.Id, (await SearchAsync(office, "stubs", SearchOrder.Best, maria)).Cases[0].Case.Id);
        Assert.Empty((await SearchAsync(office, "stubs", SearchOrder.Best, Actor.Anonymous)).Cases);
    }

    private static RequestAnswers Of(string first, string last, string phone, string? story = null)
    {
        var answers = Answers.Complete();
        return answers with { Person = answers.Person with { FirstName = first, LastName = last, Phone = phone }, WhatHappened = story ?? answers.WhatHappened };
    }

    private static Task<Case> CaseOfAsync(DomainHost office, string first, string last, string phone, string? story = null) =>
        office.Given.SubmittedCase(Of(first, last, phone, story));

    private static async Task IndexAsync(DomainHost office)
    {
        await office.SweepAsync<SealActivityJob>();
        await office.SweepAsync<IndexCasesJob>();
    }

    private static Task<IReadOnlyList<Guid>> FindAsync(DomainHost office, string typed) =>
        office.WithAsync<CaseSearch, IReadOnlyList<Guid>>(search => search.FindAsync(typed, SearchOrder.Newest, default));

    private static Task<FoundPage> SearchAsync(DomainHost office, string typed, SearchOrder order, Actor reader) =>
        office.WithAsync<SearchQuery, FoundPage>(search => search.FindAsync(typed, order, 1, reader, default));
}
