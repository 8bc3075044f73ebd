using System.Reflection;
using Portal.Domain;
using Portal.Domain.Documents;
using Portal.Domain.MailRoom;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Access;

/// <summary>Rules common to all operations: permissions, unknown ids, stale forms, and that a refusal writes nothing.</summary>
public sealed class EveryOperationTests
{
    [Fact]
    public void Every_operation_is_covered()
    {
        Assert.Empty(Operations.Keys.Except(Attempts.All.Select(a => a.Operation)).Select(t => t.Name));
    }

    [Fact]
    public void Every_operation_takes_the_actor() => Assert.Empty(
        Operations.Where(o => o.Value.GetParameters().All(p => p.ParameterType != typeof(Actor))).Select(o => o.Key.Name));

    private static Dictionary<Type, MethodInfo> Operations { get; } = typeof(PortalDomain).Assembly.GetTypes()
        .Where(t => t.IsPublic && t.GetMethod("ExecuteAsync") is not null).ToDictionary(t => t, t => t.GetMethod("ExecuteAsync")!);

    [Theory, OnBoth]
    public Task Operations_need_their_permission(DatabaseProvider on) => AllRefusedAsync(
        on,
        Attempts.All.SelectMany(attempt => Enum.GetValues<StaffRole>()
            .Where(role => !RolePermissions.For(role).Contains(attempt.Needs))
            .Select(role => (attempt, role))),
        (scene, at) => at.attempt.Run(scene, Actor.Staff(Scene.New(), "Somebody", at.role), null),
        (at, outcome) => outcome == new Outcome.NotPermitted(at.attempt.Needs));

    [Theory, OnBoth]
    public Task Operations_are_closed_to_constituents_of_other_cases(DatabaseProvider on) => AllRefusedAsync(
        on,
        Attempts.All.Where(a => !a.Public)
            .SelectMany(attempt => new[] { Actor.Anonymous, Actor.Constituent(null), Actor.Constituent(Scene.New()) }
                .Select(actor => (attempt, actor))),
        (scene, at) => at.attempt.Run(scene, at.actor, null),
        (_, outcome) => outcome is Outcome.NotPermitted);

    [Theory, OnBoth]
    public Task Staff_operations_are_closed_to_the_constituent(DatabaseProvider on) => AllRefusedAsync(
        on,
        Attempts.All.Where(a => !a.Owner && !a.Public),
        (scene, at) => at.Run(scene, Actor.Constituent(scene.CaseId), null),
        (at, outcome) => outcome == new Outcome.NotPermitted(at.Needs));

    [Theory, OnBoth]
    public async Task Shared_operations_are_open_to_the_constituent(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var scene = await SceneAsync(office);
        foreach (var attempt in Attempts.All.Where(a => a.Owner))
            Assert.IsNotType<Outcome.NotPermitted>(await attempt.Run(scene, Actor.Constituent(scene.CaseId), null));
    }

    [Theory, OnBoth]
    public async Task Public_operations_are_open_to_everyone(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var scene = await SceneAsync(office);
        foreach (var attempt in Attempts.All.Where(a => a.Public))
            foreach (var actor in new[] { Actor.Anonymous, Actor.Constituent(scene.CaseId), Actor.Signer(scene.CaseId, scene.ReleaseId) })
                Assert.IsNotType<Outcome.NotPermitted>(await attempt.Run(scene, actor, null));
    }

    [Theory, OnBoth]
    public Task Operations_on_an_unknown_case_find_nothing(DatabaseProvider on) => AllRefusedAsync(
        on,
        Attempts.All.Where(a => a.OfCase),
        (scene, at) => at.Run(scene.Nowhere(), Actor.System("test"), null),
        (_, outcome) => outcome is Outcome.NotFound or Outcome.Refused);

    [Theory, OnBoth]
    public Task Operations_detect_a_stale_form(DatabaseProvider on) => AllRefusedAsync(
        on,
        Attempts.All.Where(a => a.Versioned),
        (scene, at) => at.Run(scene, Actor.Staff(scene.Colleague, "Carl", StaffRole.Administrator), 0),
        (_, outcome) => outcome is Outcome.Stale);

    // All attempts share one scene: a refusal must leave it unchanged, which is checked at the end.
    private static async Task AllRefusedAsync<T>(DatabaseProvider on, IEnumerable<T> cases, Func<Scene, T, Task<Outcome>> run, Func<T, Outcome, bool> expected)
    {
        await using var office = await DomainHost.StartAsync(on);
        var scene = await SceneAsync(office);
        var before = await DatabasePicture.TakeAsync(office.Database);
        var wrong = new List<string>();
        foreach (var at in cases)
            if (await run(scene, at) is var outcome && !expected(at, outcome))
                wrong.Add($"{at}: {outcome}");
        Assert.Empty(wrong);
        Assert.Empty(before.Differences(await DatabasePicture.TakeAsync(office.Database)));
    }

    private static async Task<Scene> SceneAsync(DomainHost office)
    {
        var maria = await office.Given.Caseworker();
        var colleague = await office.Given.Caseworker("Carl");
        var @case = await office.Given.CaseWithAgency(maria);
        var request = await office.Given.Request(@case, maria);
        var added = (AddDocument.Added)await office.DoAsync<AddDocument>(o => o.ExecuteAsync(
            new(@case.Id, "letter.pdf", new MemoryStream(Sample.PlainPdf())), Actor.Constituent(@case.Id), default));
        await office.SweepAsync<DocumentPendingJob>();
        office.Mailbox.Put(TestMailbox.Email("someone@elsewhere.example", "Hello", "I need help."));
        await office.SweepAsync<MailboxJob>();
        await office.SweepAsync<MailArrivedJob>();
        return new(
            office,
            @case.Id,
            (await office.Given.Release(@case.Id)).Id,
            (await office.Given.OpenInquiry(@case.Id)).Id,
            request,
            added.DocumentId,
            colleague.Id!.Value)
        {
            EmailId = (await office.AllAsync<ReceivedMail>()).Single().Id,
            LetterId = await office.Given.Letter(@case, maria),
            ContactId = await office.Given.Contact(maria, "VA"),
        };
    }
}
