using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Desk;

public sealed class CaseSearchTests
{
    [Theory, OnBoth]
    public async Task A_case_is_found_by_phone_number_in_any_format(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var plain = await CaseOfAsync(office, "\u202d(646) 555–0142\u202c ext. 3");
        var chatty = await CaseOfAsync(office, "646.555.0143, ask for Luz after 5");
        var abroad = await CaseOfAsync(office, "011 52 55 1234 5678");
        var local = await CaseOfAsync(office, "555-0144");
        foreach (var (@case, typed) in ((Case, string)[])
            [(plain, "646-555-0142"), (plain, "+1 (646) 555 0142 x9"), (plain, "Luz 646-555-0142"), (chatty, "6465550143"), (chatty, "646–555–0143"),
             (abroad, "+525512345678"), (abroad, "52 55 1234 5678"), (local, "555 0144")])
            Assert.Equal((typed, @case.Id), (typed, Assert.Single(await FindAsync(office, typed))));
        Assert.Empty(await FindAsync(office, "646-555-0144"));
    }

    private static Task<Case> CaseOfAsync(DomainHost office, string phone)
    {
        var answers = Answers.Complete();
        return office.Given.SubmittedCase(answers with { Person = answers.Person with { Phone = phone } });
    }

    private static Task<List<Guid>> FindAsync(DomainHost office, string typed) =>
        office.WithAsync<CaseSearch, List<Guid>>(async search => await (await search.FindAsync(typed, default)).Select(c => c.Id).ToListAsync());
}
