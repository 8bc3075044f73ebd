using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases.Templates;

/// <summary>Editing and publishing; published versions never change.</summary>
public sealed class TemplateOperationsTests
{
    private static readonly Actor Sam = Actor.Staff(Guid.CreateVersion7(), "Sam", StaffRole.Administrator);

    [Theory, OnBoth]
    public async Task A_saved_draft_is_not_offered_for_signing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var before = await CurrentAsync(office);
        var trial = (await SaveAsync(office, Renamed(await DraftAsync(office), "  Release for {agency}\r\n"))).Did("TemplateDraftSaved");
        Assert.Equal("""{"code":"generic","version":1}""", trial.Entries.Single().Payload);
        var draft = await DraftAsync(office);
        Assert.Equal((1, "Release for {agency}"), (draft.Version, draft.Words().Title.En));
        Assert.Equal((before.Number, before.Sha256), ((await CurrentAsync(office)).Number, (await CurrentAsync(office)).Sha256));
        (await SaveAsync(office, Renamed(draft, "Release for {agency}"))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task A_draft_may_be_incomplete_but_not_malformed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var command = Of(await DraftAsync(office));
        var (clause, most) = (command.Words.Clauses[0], SaveTemplateDraft.MostClauses);
        async Task RefusedAsync(string sentence, SaveTemplateDraft.Command wrong) => (await SaveAsync(office, wrong)).Refused(sentence);
        await RefusedAsync("Enter the template's source, up to 500 characters.", command with { Source = " " });
        await RefusedAsync("Enter the template's source, up to 500 characters.", command with { Source = new string('x', 501) });
        await RefusedAsync("The date of the last check can't be in the future.", command with { VerifiedOn = office.Clock.Today.AddDays(3) });
        await RefusedAsync("Include from 1 to {0} clauses in the template.", command with { Words = command.Words with { Clauses = [] } });
        await RefusedAsync(
            "Include from 1 to {0} clauses in the template.",
            command with { Words = command.Words with { Clauses = [.. Enumerable.Range(0, most + 1).Select(i => clause with { Key = "c" + i })] } });
        await RefusedAsync(
            "Shorten titles and headings to {0} characters or fewer.",
            command with { Words = command.Words with { Title = new(new string('x', 201), "") } });
        await RefusedAsync(
            "Shorten the clause to {0} characters or fewer in each language.",
            command with { Words = command.Words with { Clauses = [clause with { Text = new("", new string('x', 4_001)) }] } });
        await Assert.ThrowsAsync<ArgumentException>(() => SaveAsync(office, command with { Words = command.Words with { Clauses = [clause, clause] } }));
        (await SaveAsync(office, command with { Words = new(new("", ""), [clause with { Text = new("{nothing}", "") }]) })).Did("TemplateDraftSaved");
    }

    [Theory, OnBoth]
    public async Task Stale_unknown_and_forbidden_changes_are_refused_and_nothing_is_written(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var command = Renamed(await DraftAsync(office), "One");
        (await SaveAsync(office, command with { Version = 7 })).Was<Outcome.Stale>();
        (await SaveAsync(office, command with { Code = "nothing" })).Was<Outcome.NotFound>();
        (await PublishAsync(office, 7)).Was<Outcome.Stale>();
        (await PublishAsync(office, 0, "nothing")).Was<Outcome.NotFound>();
        foreach (var role in new[] { StaffRole.ReadOnly, StaffRole.Intern, StaffRole.Caseworker })
        {
            var actor = Actor.Staff(Guid.CreateVersion7(), "X", role);
            (await SaveAsync(office, command, actor)).NotPermitted(Permission.EditTemplates);
            (await office.TryAsync<PublishTemplate>(o => o.ExecuteAsync(new("generic", 0), actor, default))).NotPermitted(Permission.EditTemplates);
        }

        (await SaveAsync(office, command, Actor.Constituent(Guid.CreateVersion7()))).NotPermitted(Permission.EditTemplates);
        var manager = Actor.Staff(Guid.CreateVersion7(), "X", StaffRole.CaseworkManager);
        (await SaveAsync(office, command, manager)).Did("TemplateDraftSaved");
        (await SaveAsync(office, command with { Words = Renamed(await DraftAsync(office), "Two").Words })).Was<Outcome.Stale>();
    }

    [Theory, OnBoth]
    public async Task All_but_one_of_concurrent_saves_are_stale(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await DraftAsync(office);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            office.WithAsync<SaveTemplateDraft, Outcome>(o => o.ExecuteAsync(Renamed(draft, "Title " + i), Sam, default)))));
        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Equal(3, outcomes.Count(o => o is Outcome.Stale));
        Assert.Equal(1, (await DraftAsync(office)).Version);
    }

    [Theory, OnBoth]
    public async Task A_published_version_is_used_from_then_on_and_signed_texts_stay(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var signed = await office.Given.Signature((await office.Given.AcceptedCase(maria)).Id);
        var other = await office.Given.AcceptedCase(maria);
        var shown = await office.Given.SigningOf(await office.Given.Release(other.Id));
        var first = await CurrentAsync(office);

        var renamed = Renamed(await DraftAsync(office), "Release for {agency}");
        await office.DoAsync<SaveTemplateDraft>(o => o.ExecuteAsync(renamed, Sam, default));
        Assert.Equal(shown.ShownSha256, (await office.Given.SigningOf(await office.Given.Release(other.Id))).ShownSha256);
        var trial = (await PublishAsync(office, 1)).Did("TemplatePublished");
        Assert.Equal($$"""{"code":"generic","version":{{first.Number + 1}}}""", trial.Entries.Single().Payload);
        Assert.Equal(first.Number + 1, ((PublishTemplate.Published)trial.Outcome).Number);
        (await PublishAsync(office, 1)).ChangedNothing();

        var second = await CurrentAsync(office);
        Assert.Equal((first.Number + 1, Sam.Id, office.Clock.Utc, 1), (second.Number, second.PublishedById, second.PublishedAt, second.DraftVersion));
        // A signer who read the old text is asked to read the new one.
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(shown, Actor.Constituent(other.Id), default))).Was<SignRelease.TextChanged>();
        var now = await office.Given.Signature(other.Id);
        Assert.Equal((first.Number, second.Number), (signed.Signature!.TemplateVersion, now.Signature!.TemplateVersion));
        Assert.Equal(signed.Signature.SealedText, (await office.NowAsync<PrivacyRelease>(signed.Id)).Signature!.SealedText);
    }

    [Theory, OnBoth]
    public async Task Incomplete_and_unchanged_drafts_are_not_published(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var shipped = await DraftAsync(office);
        await office.DoAsync<SaveTemplateDraft>(o => o.ExecuteAsync(Renamed(shipped, "Release of {date}"), Sam, default));
        (await PublishAsync(office, 1)).Refused("The title uses a field that doesn't exist: {0}");
        await office.DoAsync<SaveTemplateDraft>(o => o.ExecuteAsync(Of(shipped) with { Version = 1 }, Sam, default));
        (await PublishAsync(office, 2)).Refused("The draft is the same as version {0}. There's nothing to publish.");
        await office.DoAsync<SaveTemplateDraft>(o => o.ExecuteAsync(Of(shipped) with { Version = 2, VerifiedOn = office.Clock.Today }, Sam, default));
        (await PublishAsync(office, 3)).Did("TemplatePublished");
    }

    [Theory, OnBoth]
    public async Task Concurrent_publications_create_one_version(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var renamed = Renamed(await DraftAsync(office), "Release for {agency}");
        await office.DoAsync<SaveTemplateDraft>(o => o.ExecuteAsync(renamed, Sam, default));
        var outcomes = await office.AtOnceAsync<PublishTemplate>(4, o => o.ExecuteAsync(new("generic", 1), Sam, default));
        Assert.Contains(outcomes, o => o.Succeeded);
        Assert.Equal(2, await office.ReadAsync(db => db.Set<ReleaseTemplateVersion>().CountAsync(v => v.Code == "generic")));
    }

    [Theory, OnBoth]
    public async Task The_database_refuses_to_change_or_delete_a_published_version(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var before = await office.AllAsync<ReleaseTemplateVersion>();
        Assert.All(before, v => Assert.Equal(TemplateJson.Sha256(v.Wording), v.Sha256));
        foreach (var attempt in (Func<PortalDb, Task>[])
            [
                db => db.Set<ReleaseTemplateVersion>().ExecuteUpdateAsync(s => s.SetProperty(v => v.Wording, "{}")),
                db => db.Set<ReleaseTemplateVersion>()
                    .Where(v => v.Code == "tax")
                    .ExecuteUpdateAsync(s => s.SetProperty(v => v.VerifiedOn, new DateOnly(2026, 1, 1))),
                db => db.Set<ReleaseTemplateVersion>().ExecuteDeleteAsync(),
            ])
            Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<Exception>(() => office.ReadAsync(async db =>
            {
                await attempt(db);
                return 0;
            }))).ToString(), StringComparison.Ordinal);
        Assert.Equal(
            before.Select(v => (v.Code, v.Number, v.Wording, v.Sha256)).Order(),
            (await office.AllAsync<ReleaseTemplateVersion>()).Select(v => (v.Code, v.Number, v.Wording, v.Sha256)).Order());
    }

    [Theory, OnBoth]
    public async Task An_unknown_template_falls_back_to_the_generic_one(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        Assert.Equal("generic", (await office.WithAsync<ReleaseTemplates, ReleaseTemplateVersion>(t => t.CurrentAsync("of-long-ago", default))).Code);
        Assert.Equal("veterans", (await office.WithAsync<ReleaseTemplates, ReleaseTemplateVersion>(t => t.CurrentAsync("veterans", default))).Code);
    }

    [Theory, OnBoth]
    public async Task Seeding_again_changes_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var renamed = Renamed(await DraftAsync(office), "Own");
        await office.DoAsync<SaveTemplateDraft>(o => o.ExecuteAsync(renamed, Sam, default));
        (await office.TryAsync<ReleaseTemplateSeed>(async seed =>
        {
            await seed.AddMissingAsync(default);
            return Outcome.Done;
        })).ChangedNothing();
        Assert.Equal("Own", (await DraftAsync(office)).Words().Title.En);
    }

    private static Task<ReleaseTemplate> DraftAsync(DomainHost office, string code = "generic") =>
        office.ReadAsync(db => db.Set<ReleaseTemplate>().AsNoTracking().SingleAsync(t => t.Code == code));

    private static Task<ReleaseTemplateVersion> CurrentAsync(DomainHost office) =>
        office.WithAsync<ReleaseTemplates, ReleaseTemplateVersion>(t => t.CurrentAsync("generic", default));

    private static SaveTemplateDraft.Command Of(ReleaseTemplate draft) => new(draft.Code, draft.Version, draft.Words(), draft.Source, draft.VerifiedOn);

    private static SaveTemplateDraft.Command Renamed(ReleaseTemplate draft, string title)
    {
        var command = Of(draft);
        return command with { Words = command.Words with { Title = command.Words.Title with { En = title } } };
    }

    private static Task<Trial> SaveAsync(DomainHost office, SaveTemplateDraft.Command command, Actor? actor = null) =>
        office.TryAsync<SaveTemplateDraft>(o => o.ExecuteAsync(command, actor ?? Sam, default));

    private static Task<Trial> PublishAsync(DomainHost office, int version, string code = "generic") =>
        office.TryAsync<PublishTemplate>(o => o.ExecuteAsync(new(code, version), Sam, default));
}
