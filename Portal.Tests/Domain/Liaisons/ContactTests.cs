using Portal.Domain.Agencies;
using Portal.Domain.Liaisons;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Liaisons;

/// <summary>The directory of agencies' contacts: what it takes, what it proposes, and how offices trade it.</summary>
public sealed class ContactTests
{
    [Theory, OnBoth]
    public async Task A_changed_contact_has_to_be_verified_again(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var id = await office.Given.Contact(maria);
        (await office.TryAsync<VerifyContact>(o => o.ExecuteAsync(new(id, 0, office.Clock.Today), maria, default))).Did("ContactVerified");
        var contact = await office.NowAsync<AgencyContact>(id);
        Assert.Equal((office.Clock.Today, maria.Id), (contact.VerifiedOn!.Value, contact.VerifiedById));
        (await office.TryAsync<SaveContact>(o => o.ExecuteAsync(new(id, contact.Version, "SSA", Given.Card()), maria, default))).ChangedNothing();
        (await office.TryAsync<SaveContact>(o => o.ExecuteAsync(new(id, contact.Version, "SSA", Given.Card() with { Phone = "(212) 555-0199" }), maria, default)))
            .Did("ContactChanged");
        Assert.Null((await office.NowAsync<AgencyContact>(id)).VerifiedOn);
        (await office.TryAsync<SaveContact>(o => o.ExecuteAsync(new(id, contact.Version, "SSA", Given.Card() with { Phone = "(212) 555-0188" }), maria, default)))
            .Was<Outcome.Stale>();
    }

    [Fact]
    public void A_contact_is_stale_when_no_one_verified_it_for_six_months()
    {
        var contact = new AgencyContact { AgencyCode = "SSA", Card = Given.Card() };
        Assert.True(contact.IsStale(new(2026, 11, 30)));
        contact.Verify(new(2026, 5, 30), Guid.Empty);
        Assert.False(contact.IsStale(new(2026, 11, 30)));
        Assert.True(contact.IsStale(new(2026, 12, 1)));
    }

    [Fact]
    public void The_contact_for_the_topic_comes_before_the_one_for_the_state_and_others_come_last()
    {
        static AgencyContact Contact(string name, string[] topics, string[] states) =>
            new() { Id = Guid.CreateVersion7(), AgencyCode = "SSA", Card = Given.Card() with { Name = name, Topics = topics, States = states } };
        var ranked = ContactChoice.Rank(
            [
                Contact("elsewhere", [], ["CA"]), Contact("all", [], []), Contact("state", [], ["NY"]), Contact("topic", ["ssa-hearing"], []),
                Contact("both", ["ssa-hearing"], ["NY"]), Contact("other topic", ["ssa-card"], ["NY"]),
            ],
            "ssa-hearing", "NY", new(2026, 11, 30));
        Assert.Equal(["both", "topic", "state", "all"], ranked.Take(4).Select(c => c.Contact.Card.Name));
        Assert.All(ranked.Skip(4), c => Assert.True(c.IsElsewhere));
    }

    [Theory, OnBoth]
    public async Task A_directory_that_was_downloaded_is_imported_unchanged_in_another_office(DatabaseProvider on)
    {
        await using var one = await DomainHost.StartAsync(on);
        var maria = await one.Given.Caseworker();
        var card = Given.Card() with { Note = "Ask for \"Ms. Lee\",\nnot before 9.", Phone = "+1 212 555 0190", Topics = ["ssa-hearing"], States = ["NJ", "NY"] };
        await one.Given.Contact(maria, card: card);
        using var file = new StringWriter();
        await one.WithAsync<ContactDirectory, bool>(async d =>
        {
            await d.WriteAsync(file, default);
            return true;
        });
        await using var other = await DomainHost.StartAsync(on);
        var nora = await other.Given.Caseworker("Nora");
        var first = (ImportContacts.Imported)await other.DoAsync<ImportContacts>(o => o.ExecuteAsync(new StringReader(file.ToString()), nora, default));
        var again = (ImportContacts.Imported)await other.DoAsync<ImportContacts>(o => o.ExecuteAsync(new StringReader(file.ToString()), nora, default));
        Assert.Equal(((1, 0, 0), (0, 0, 1)), ((first.Added, first.Changed, first.Same), (again.Added, again.Changed, again.Same)));
        var contact = Assert.Single(await other.AllAsync<AgencyContact>());
        Assert.Equal((card, null), (contact.Card, contact.VerifiedOn));
    }

    [Theory]
    [InlineData("agency,name,preferred,email\nSSA,Desk,email,", "Line 2: Enter an email address, or choose another way to reach this contact.")]
    [InlineData("agency,name,preferred,phone\nSSA,Desk,carrier pigeon,212-555-0100", "Line 2: “carrier pigeon” isn't a way to reach a contact.")]
    [InlineData("agency,name,preferred,phone\nXYZ,Desk,phone,212-555-0100", "“XYZ” isn't the code of an agency.")]
    [InlineData("agency,name,preferred,phone,states\nSSA,Desk,phone,212-555-0100,QQ", "Line 2: “QQ” isn't a state.")]
    [InlineData("agency,name,preferred,web_form\nSSA,Desk,web form,javascript:alert(1)", "Line 2: “javascript:alert(1)” isn't a web address.")]
    [InlineData("name;preferred\nDesk;phone", "The first line must name these columns")]
    [InlineData("PK\u0003\u0004", "This is a spreadsheet, not a text file.")]
    public async Task A_file_with_a_mistake_changes_nothing_and_the_line_is_named(string file, string says)
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var maria = await office.Given.Caseworker();
        var refused = (await office.TryAsync<ImportContacts>(o => o.ExecuteAsync(new StringReader(file), maria, default))).Was<Outcome.Refused>();
        Assert.StartsWith(says, Sentence(refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SSA", "liaison@ssa.gov", true)]
    [InlineData("SSA", "liaison@ny.ssa.gov", true)]
    [InlineData("SSA", "liaison@ssa.gov.example.com", false)]
    [InlineData("SSA", "liaison@notssa.gov", false)]
    [InlineData("SSA", "liaison@va.gov", false)]
    [InlineData("VA", "liaison@denver.va.gov", true)]
    [InlineData("SSA", "liaison@ssa.gov@evil.com", false)]
    public void Only_the_agencys_own_domains_are_its_own(string agency, string email, bool isOwn) => Assert.Equal(isOwn, AgencyDomains.AreOf(agency, email));

    private static string Sentence(Outcome.Refused refused) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, refused.Reason, [.. refused.Arguments.Select(a => a is Outcome.Refused inner ? Sentence(inner) : a)]);
}
