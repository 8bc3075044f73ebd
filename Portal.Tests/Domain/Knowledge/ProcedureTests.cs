using Portal.Domain;
using Portal.Domain.Knowledge;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;
using Portal.Domain.Topics;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Knowledge;

public sealed class ProcedureTests
{
    private static readonly ProcedureCard Card = new() { Title = "Late checks", Body = "Call the field office.", Topics = ["ssa-missing-payment"], Source = "ssa.gov" };

    [Theory, OnBoth]
    public async Task A_procedure_is_added_changed_and_told_apart_by_its_version(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await BossAsync(office);
        var id = Guid.CreateVersion7();
        (await SaveAsync(office, boss, new(id, null, Card))).Did("ProcedureSaved");
        (await SaveAsync(office, boss, new(id, null, Card))).ChangedNothing();
        (await SaveAsync(office, boss, new(id, 0, Card with { Body = "Call twice." }))).Did("ProcedureSaved");
        (await SaveAsync(office, boss, new(id, 0, Card with { Body = "Never call." }))).Was<Outcome.Stale>();
        (await SaveAsync(office, boss, new(Guid.CreateVersion7(), 0, Card))).Was<Outcome.NotFound>();
        Assert.Equal("Call twice.", (await FindAsync(office, id)).Card.Body);
    }

    [Theory, OnBoth]
    public async Task It_needs_a_title_a_text_both_in_Spanish_or_neither_and_known_topics(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await BossAsync(office);
        (await SaveAsync(office, boss, new(Guid.CreateVersion7(), null, Card with { Title = " " }))).Refused("Enter a title.");
        (await SaveAsync(office, boss, new(Guid.CreateVersion7(), null, Card with { Body = "\n" }))).Refused("Enter the text.");
        (await SaveAsync(office, boss, new(Guid.CreateVersion7(), null, Card with { TitleEs = "Cheques" })))
            .Refused("Enter both the title and the text in Spanish, or leave both blank.");
        (await SaveAsync(office, boss, new(Guid.CreateVersion7(), null, Card with { Topics = ["no-such-topic"] }))).Refused("There's no topic with the code {0}.");
        (await SaveAsync(office, boss, new(Guid.CreateVersion7(), null, Card with { Body = new string('a', ProcedureCard.LongestBody + 1) })))
            .Refused("Shorten the text to 20,000 characters or fewer.");
        (await SaveAsync(office, boss, new(Guid.CreateVersion7(), null, Card with { Source = new string('a', ProcedureCard.LongestLine + 1) })))
            .Refused("Shorten the title or the source to 200 characters or fewer.");
    }

    [Theory, OnBoth]
    public async Task New_words_have_to_be_checked_again_and_new_topics_alone_do_not(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await BossAsync(office);
        var id = Guid.CreateVersion7();
        await SaveAsync(office, boss, new(id, null, Card));
        var today = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime);
        (await office.TryAsync<CheckProcedure>(o => o.ExecuteAsync(new(id, 3, today), boss, default))).Was<Outcome.Stale>();
        (await office.TryAsync<CheckProcedure>(o => o.ExecuteAsync(new(id, 0, today), boss, default))).Did("ProcedureChecked");
        (await office.TryAsync<CheckProcedure>(o => o.ExecuteAsync(new(id, 0, today), boss, default))).ChangedNothing();
        await SaveAsync(office, boss, new(id, 1, Card with { Topics = ["ssa-wrong-amount"] }));
        Assert.Equal(today, (await FindAsync(office, id)).CheckedOn);
        await SaveAsync(office, boss, new(id, 2, Card with { Body = "Something else." }));
        Assert.Null((await FindAsync(office, id)).CheckedOn);
    }

    [Theory, OnBoth]
    public async Task It_shows_on_cases_with_its_topics_until_it_is_retired_and_again_when_restored(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await BossAsync(office);
        var id = Guid.CreateVersion7();
        await SaveAsync(office, boss, new(id, null, Card));
        Assert.Contains(id, await OnTopicAsync(office, "ssa-missing-payment"));
        Assert.DoesNotContain(id, await OnTopicAsync(office, "ssa-missing"));
        (await office.TryAsync<RetireProcedure>(o => o.ExecuteAsync(id, boss, default))).Did("ProcedureRetired");
        (await office.TryAsync<RetireProcedure>(o => o.ExecuteAsync(id, boss, default))).ChangedNothing();
        Assert.DoesNotContain(id, await OnTopicAsync(office, "ssa-missing-payment"));
        (await SaveAsync(office, boss, new(id, 1, Card with { Body = "Changed." }))).Was<Outcome.NotFound>();
        (await office.TryAsync<RestoreProcedure>(o => o.ExecuteAsync(id, boss, default))).Did("ProcedureRestored");
        Assert.Contains(id, await OnTopicAsync(office, "ssa-missing-payment"));
        (await office.TryAsync<RetireProcedure>(o => o.ExecuteAsync(Guid.CreateVersion7(), boss, default))).Was<Outcome.NotFound>();
    }

    [Theory, OnBoth]
    public async Task A_new_office_has_procedures_in_both_languages_with_sources_and_known_topics(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await BossAsync(office);
        await SeedAsync(office);
        var known = (await office.WithAsync<TopicCatalog, IReadOnlyList<TopicCard>>(t => t.AllAsync(default))).Select(t => t.Code).ToHashSet();
        var procedures = await office.WithAsync<ProcedureList, IReadOnlyList<Procedure>>(p => p.ReadAsync("en", default));
        Assert.True(procedures.Count >= 5);
        Assert.All(procedures, p =>
        {
            Assert.NotNull(p.Card.Source);
            Assert.NotEqual(p.Card.Body, p.Card.BodyIn("es"));
            Assert.NotEmpty(p.Card.Topics);
            Assert.Subset(known, p.Card.Topics.ToHashSet());
            Assert.InRange(ReadingGrade.Of(p.Card.Body.Replace('|', '.')), 0, 8.5);
        });
        await office.DoAsync<RetireProcedure>(o => o.ExecuteAsync(procedures[0].Id, boss, default));
        await SeedAsync(office);
        Assert.Equal(procedures.Count - 1, (await office.WithAsync<ProcedureList, IReadOnlyList<Procedure>>(p => p.ReadAsync("en", default))).Count);
        Assert.Single(await office.WithAsync<ProcedureList, IReadOnlyList<Procedure>>(p => p.RetiredAsync("en", default)));
    }

    private static Task<Actor> BossAsync(DomainHost office) => office.Given.Staff(StaffRole.CaseworkManager, "Boss");

    private static Task SeedAsync(DomainHost office) => office.WithAsync<PortalSeed, Outcome>(s => s.AddMissingAsync(default));

    private static async Task<Procedure> FindAsync(DomainHost office, Guid id) => (await office.WithAsync<ProcedureList, Procedure?>(p => p.FindAsync(id, default)))!;

    private static async Task<IEnumerable<Guid>> OnTopicAsync(DomainHost office, string topic) =>
        (await office.WithAsync<ProcedureList, IReadOnlyList<Procedure>>(p => p.OfTopicAsync(topic, "en", default))).Select(p => p.Id);

    private static Task<Trial> SaveAsync(DomainHost office, Actor by, SaveProcedure.Command command) => office.TryAsync<SaveProcedure>(o => o.ExecuteAsync(command, by, default));
}
