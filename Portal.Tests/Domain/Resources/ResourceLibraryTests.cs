using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Resources;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Resources;

/// <summary>The library: what ships with Portal and what the office adds, found by topic, state, county, and words.</summary>
public sealed class ResourceLibraryTests
{
    private static readonly ResourceCard FoodBank = new()
    {
        Name = "Jeffco Food Bank",
        NameEs = "Banco de alimentos de Jeffco",
        Kind = ResourceKind.Community,
        About = "Free groceries on Tuesdays.",
        AboutEs = "Alimentos gratis los martes.",
        Phone = "303-555-0100",
        States = ["colorado"],
        Counties = ["Jefferson County", "jefferson"],
        Topics = ["ssa-retirement"],
    };

    [Theory, OnBoth]
    public async Task An_organization_the_office_adds_is_found_where_it_serves(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var command = new SaveResource.Command(Guid.CreateVersion7(), null, FoodBank);
        (await office.TryAsync<SaveResource>(o => o.ExecuteAsync(command, maria, default))).Did("ResourceSaved");
        (await office.TryAsync<SaveResource>(o => o.ExecuteAsync(command, maria, default))).ChangedNothing();
        var code = command.Id.ToString();
        Assert.Equal(code, (await FindAsync(office, new() { Topic = "ssa-retirement", State = "CO", County = "JEFFERSON county" }))[0].Code);
        Assert.Equal(code, (await FindAsync(office, new() { Words = "alimentos MARTES" })).Single().Code);
        foreach (var elsewhere in new LibrarySearch[] { new() { State = "WY" }, new() { State = "CO", County = "Park" } })
        {
            var found = await FindAsync(office, elsewhere);
            Assert.DoesNotContain(found, e => e.Code == code);
            // What serves the whole country serves every county.
            Assert.Contains(found, e => e.Code == "211");
        }

        var entry = (await FindAsync(office, new() { Words = "jeffco" })).Single();
        Assert.Equal("CO: Jefferson", $"{string.Join(',', entry.States)}: {string.Join(',', entry.Counties)}");
        Assert.Equal("Banco de alimentos de Jeffco\nAlimentos gratis los martes.\n303-555-0100", entry.Card.Es);
    }

    [Theory, OnBoth]
    public async Task Changed_data_has_to_be_checked_again(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var id = Guid.CreateVersion7();
        await office.DoAsync<SaveResource>(o => o.ExecuteAsync(new(id, null, FoodBank), maria, default));
        (await office.TryAsync<CheckResource>(o => o.ExecuteAsync(new(id, 0, office.Clock.Today), maria, default))).Did("ResourceChecked");
        (await office.TryAsync<CheckResource>(o => o.ExecuteAsync(new(id, 0, office.Clock.Today), maria, default))).ChangedNothing();
        Assert.Equal(office.Clock.Today, (await FindAsync(office, new() { Words = "jeffco" })).Single().CheckedOn);
        (await office.TryAsync<SaveResource>(o => o.ExecuteAsync(new(id, 0, FoodBank with { Phone = "303-555-0111" }), maria, default))).Was<Outcome.Stale>();
        (await office.TryAsync<SaveResource>(o => o.ExecuteAsync(new(id, 1, FoodBank with { Phone = "303-555-0111" }), maria, default))).Did("ResourceSaved");
        Assert.Null((await FindAsync(office, new() { Words = "jeffco" })).Single().CheckedOn);
        (await office.TryAsync<EndResource>(o => o.ExecuteAsync(id, maria, default))).Did("ResourceEnded");
        (await office.TryAsync<EndResource>(o => o.ExecuteAsync(id, maria, default))).ChangedNothing();
        Assert.Empty(await FindAsync(office, new() { Words = "jeffco" }));
    }

    [Theory, OnBoth]
    public async Task What_nobody_could_reach_or_read_is_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        foreach (var (card, sentence) in new[]
        {
            (FoodBank with { Name = " " }, "Enter the name, in 200 characters or fewer."),
            (FoodBank with { AboutEs = "" }, "Enter what they do in both languages, in 1,000 characters or fewer."),
            (FoodBank with { Phone = null }, "Enter a phone number, a website, or an address."),
            (FoodBank with { Url = "javascript:alert(1)" }, "Enter the website with https:// at its start."),
            (FoodBank with { States = ["Atlantis"] }, "Enter states as two-letter codes, such as CO, WY."),
            (FoodBank with { States = [] }, "Enter the state of the counties."),
        })
            (await office.TryAsync<SaveResource>(o => o.ExecuteAsync(new(Guid.CreateVersion7(), null, card), maria, default))).Refused(sentence);
    }

    private static Task<IReadOnlyList<LibraryEntry>> FindAsync(DomainHost office, LibrarySearch search) =>
        office.WithAsync<ResourceLibrary, IReadOnlyList<LibraryEntry>>(l => l.FindAsync(search, "en", default));
}
