using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bulk;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Bulk;

/// <summary>The same done to many cases: tags at once, questions and closings a minute later.</summary>
public sealed class BulkTests
{
    private const string Words = "Please send us a copy of the letter.";

    [Theory, OnBoth]
    public async Task Constituents_are_asked_a_minute_later_once_and_in_their_own_language(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        Case[] cases = [await office.Given.AcceptedCase(maria), await office.Given.AcceptedCase(maria), await office.Given.AcceptedCase(maria)];
        await SpeakAsync(office, cases[1].Id, "es");
        var plan = Ask(office, await NowAsync(office, cases));
        (await PlanAsync(office, maria, plan)).Refused("Write it in Spanish: some of them read Spanish.");
        plan = plan with { Es = "Envíenos una copia de la carta." };
        (await PlanAsync(office, maria, plan)).Did("BulkPlanned");
        (await PlanAsync(office, maria, plan)).ChangedNothing();
        Assert.Equal(0, await office.SweepAsync<BulkDueJob>());
        office.Clock.Advance(BulkAct.Wait);
        Assert.Equal(3, await office.SweepAsync<BulkDueJob>());
        Assert.Equal(0, await office.SweepAsync<BulkDueJob>());
        var asked = await office.AllAsync<InformationRequest>();
        Assert.Equal([plan.Es, Words, Words], asked.Select(r => r.What.Text).Order(StringComparer.Ordinal));
        Assert.Equal(plan.Es, asked.Single(r => r.CaseId == cases[1].Id).What.Text);
        Assert.All(await office.AllAsync<BulkItem>(), i => Assert.Equal(BulkState.Done, i.State));
    }

    [Theory, OnBoth]
    public async Task Until_it_begins_it_can_be_undone_and_then_it_cannot(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        Case[] cases = [await office.Given.AcceptedCase(maria)];
        var plan = Ask(office, await NowAsync(office, cases));
        await PlanAsync(office, maria, plan);
        (await office.TryAsync<CancelBulk>(o => o.ExecuteAsync(plan.Key, maria, default))).Did("BulkCanceled");
        (await office.TryAsync<CancelBulk>(o => o.ExecuteAsync(plan.Key, maria, default))).ChangedNothing();
        office.Clock.Advance(BulkAct.Wait);
        Assert.Equal(0, await office.SweepAsync<BulkDueJob>());
        Assert.Empty(await office.AllAsync<InformationRequest>());

        plan = plan with { Key = Guid.CreateVersion7() };
        await PlanAsync(office, maria, plan);
        office.Clock.Advance(BulkAct.Wait);
        (await office.TryAsync<CancelBulk>(o => o.ExecuteAsync(plan.Key, maria, default))).Refused("It has begun, so it can't be undone anymore.");
    }

    [Theory, OnBoth]
    public async Task What_changed_after_it_was_seen_is_left_out_and_says_why(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        Case[] cases = [await office.Given.AcceptedCase(maria), await office.Given.AcceptedCase(maria), await office.Given.CaseWithAgency(maria)];
        var plan = new PlanBulk.Command(BulkDeed.Close, await NowAsync(office, cases), Guid.CreateVersion7()) { En = "We're done.", Reason = ClosingReason.InformationGiven };
        (await PlanAsync(office, maria, plan)).Did("BulkPlanned");
        await office.DoAsync<ChangePriority>(o => o.ExecuteAsync(new(cases[1].Id, null, Priority.P1), maria, default));
        office.Clock.Advance(BulkAct.Wait);
        await office.SweepAsync<BulkDueJob>();
        Assert.True((await office.NowAsync<Case>(cases[0].Id)).IsClosed);
        Assert.False((await office.NowAsync<Case>(cases[1].Id)).IsClosed);
        var page = (await office.WithAsync<BulkQuery, BulkPage?>(q => q.FindAsync(plan.Key, default)))!;
        Assert.Equal((0, 1), (page.Waiting, page.Done));
        Assert.Equal(
            ["An agency is still working on it.", "Someone changed it after it was chosen."], page.LeftOut.Select(c => c.Why!).Order(StringComparer.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Cases_that_need_a_look_are_left_out(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var (plain, wrote, fresh) = (await office.Given.AcceptedCase(maria), await office.Given.AcceptedCase(maria), await office.Given.SubmittedCase());
        await office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(wrote.Id, "When will it come?", Guid.CreateVersion7()), Actor.Constituent(wrote.Id), default));
        var preview = await office.WithAsync<BulkQuery, IReadOnlyList<BulkCase>>(q => q.PreviewAsync(BulkDeed.Ask, [plain.Id, wrote.Id, fresh.Id], default));
        Assert.Equal(
            [(plain.Id, null), (wrote.Id, "The constituent wrote, and no one has answered."), (fresh.Id, "No one has accepted the request.")],
            preview.Select(c => (c.Case.Id, c.Why)).OrderBy(c => c.Id.ToString(), StringComparer.Ordinal).OrderBy(c => c.Id == plain.Id ? 0 : c.Id == wrote.Id ? 1 : 2));
        (await PlanAsync(office, maria, Ask(office, await NowAsync(office, [fresh])))).Refused("We can't do this for any of these cases. The reason is next to each one.");
    }

    [Theory, OnBoth]
    public async Task Undoing_tags_puts_back_only_the_cases_that_were_changed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, boss) = (await office.Given.Caseworker(), await office.Given.Staff(StaffRole.CaseworkManager, "Boss"));
        var (one, two) = (await office.Given.AcceptedCase(maria), await office.Given.AcceptedCase(maria));
        var tag = Guid.CreateVersion7();
        (await office.TryAsync<SaveTag>(o => o.ExecuteAsync(new(tag, null, "Flood"), boss, default))).Did("TagSaved");
        (await office.TryAsync<SaveTag>(o => o.ExecuteAsync(new(Guid.CreateVersion7(), null, "flood "), boss, default))).Refused("There's a tag with this name already.");
        (await office.TryAsync<ChangeTags>(o => o.ExecuteAsync(new(one.Id, [tag]), maria, default))).Did("CaseTagsChanged");
        (await office.TryAsync<ChangeTags>(o => o.ExecuteAsync(new(one.Id, [tag]), maria, default))).ChangedNothing();
        var key = Guid.CreateVersion7();
        (await office.TryAsync<TagCases>(o => o.ExecuteAsync(new([one.Id, two.Id], tag, false, key), maria, default))).Did("CaseTagsChanged");
        (await office.TryAsync<TagCases>(o => o.ExecuteAsync(new([one.Id, two.Id], tag, false, key), maria, default))).ChangedNothing();
        Assert.Equal(2, (await TaggedAsync(office, tag)).Count);
        (await office.TryAsync<UndoTags>(o => o.ExecuteAsync(key, maria, default))).Did("CaseTagsChanged");
        (await office.TryAsync<UndoTags>(o => o.ExecuteAsync(key, maria, default))).ChangedNothing();
        Assert.Equal([one.Reference], await TaggedAsync(office, tag));
        await office.DoAsync<EndTag>(o => o.ExecuteAsync(tag, boss, default));
        (await office.TryAsync<TagCases>(o => o.ExecuteAsync(new([two.Id], tag, false, Guid.CreateVersion7()), maria, default))).Refused("Choose another tag. That one may have been retired.");
        Assert.Equal([one.Reference], await TaggedAsync(office, tag));
    }

    private static PlanBulk.Command Ask(DomainHost office, IReadOnlyList<PlanBulk.Chosen> cases) =>
        new(BulkDeed.Ask, cases, Guid.CreateVersion7()) { En = Words, DueOn = office.Clock.Today.AddDays(10) };

    private static Task<Trial> PlanAsync(DomainHost office, Actor by, PlanBulk.Command plan) => office.TryAsync<PlanBulk>(o => o.ExecuteAsync(plan, by, default));

    private static async Task<IReadOnlyList<PlanBulk.Chosen>> NowAsync(DomainHost office, IEnumerable<Case> cases)
    {
        var now = new List<PlanBulk.Chosen>();
        foreach (var @case in cases)
            now.Add(new(@case.Id, (await office.NowAsync<Case>(@case.Id)).Version));
        return now;
    }

    private static async Task SpeakAsync(DomainHost office, Guid id, string language) => await office.WithAsync<PortalDb, int>(
        db => db.Set<Case>().Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Language, language)));

    private static Task<IReadOnlyList<string>> TaggedAsync(DomainHost office, Guid tag) =>
        office.WithAsync<CaseQueue, IReadOnlyList<string>>(q => q.ReferencesAsync(new(QueueView.Open) { Tag = tag }, null, 10, default));
}
