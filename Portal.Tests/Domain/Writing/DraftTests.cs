using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Writing;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Writing;

public sealed class DraftTests
{
    [Theory, OnBoth]
    public async Task A_draft_is_kept_for_its_writer_alone_and_the_newest_counts(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, sam) = (await office.Given.Caseworker(), await office.Given.Caseworker("Sam"));
        var @case = await office.Given.SubmittedCase();
        await KeepAsync(office, @case.Id, maria, "Dear");
        await KeepAsync(office, @case.Id, maria, "Dear Ms. García");
        await KeepAsync(office, @case.Id, sam, "Hello");
        Assert.Equal("Dear Ms. García", await DraftAsync(office, @case.Id, maria));
        Assert.Equal("Hello", await DraftAsync(office, @case.Id, sam));
        Assert.Equal("message", Assert.Single(await KeptAsync(office, @case.Id, maria)).Form);
        var key = Guid.CreateVersion7();
        await office.DoAsync<DropDraft>(o => o.ExecuteAsync(new(@case.Id, "message", key), maria, default));
        await office.DoAsync<DropDraft>(o => o.ExecuteAsync(new(@case.Id, "message", key), maria, default));
        Assert.Null(await DraftAsync(office, @case.Id, maria));
        Assert.Equal("Hello", await DraftAsync(office, @case.Id, sam));
    }

    [Theory, OnBoth]
    public async Task What_a_sent_form_still_saves_is_not_kept_and_a_new_form_is(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        var key = Guid.CreateVersion7();
        Task Keep(string text, Guid form) => office.DoAsync<KeepDraft>(o => o.ExecuteAsync(
            new(@case.Id, "message", new() { ["Body"] = [text], ["Key"] = [form.ToString()] }), maria, default));
        await office.DoAsync<DropDraft>(o => o.ExecuteAsync(new(@case.Id, "message", key), maria, default));
        await Keep("Late", key);
        Assert.Null(await DraftAsync(office, @case.Id, maria));
        await Keep("New", Guid.CreateVersion7());
        Assert.Equal("New", await DraftAsync(office, @case.Id, maria));
    }

    [Theory, OnBoth]
    public async Task A_draft_says_when_its_writer_did_something_since(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        await KeepAsync(office, @case.Id, maria, "Dear");
        Task<bool> MayBeSent() => office.WithAsync<CaseWriting, bool>(async w => await w.MayBeSentAsync((await w.DraftAsync(@case.Id, "message", maria, default))!, default));
        Assert.False(await MayBeSent());
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.DoAsync<Portal.Domain.Messages.WriteNote>(o => o.ExecuteAsync(new(@case.Id, "Called.", Guid.CreateVersion7()), maria, default));
        Assert.True(await MayBeSent());
    }

    [Theory, OnBoth]
    public async Task More_than_any_form_takes_is_not_kept(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        (await office.TryAsync<KeepDraft>(o => o.ExecuteAsync(
            new(@case.Id, "message", new() { ["Body"] = [new string('x', CaseDraft.Longest)] }), maria, default))).Refused("That's too much text to keep as a draft.");
    }

    [Theory, OnBoth]
    public async Task A_draft_nobody_came_back_to_is_deleted_after_sixty_days(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        await KeepAsync(office, @case.Id, maria, "Dear");
        office.Clock.Advance(OldDraftJob.Kept);
        Assert.Equal(0, await office.SweepAsync<OldDraftJob>());
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await office.SweepAsync<OldDraftJob>());
        Assert.Null(await DraftAsync(office, @case.Id, maria));
    }

    [Theory, OnBoth]
    public async Task Coworkers_at_a_case_see_each_other_for_about_a_minute(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, sam) = (await office.Given.Caseworker(), await office.Given.Caseworker("Sam"));
        var @case = await office.Given.SubmittedCase();
        await HereAsync(office, @case.Id, sam, null);
        Assert.Equal([("Sam", null)], await SeenAsync(office, @case.Id, maria));
        Assert.Empty(await SeenAsync(office, @case.Id, sam));
        await HereAsync(office, @case.Id, sam, "message");
        Assert.Equal([("Sam", "message")], await SeenAsync(office, @case.Id, maria));
        Assert.Equal(["Sam"], await WritersAsync(office, @case.Id, maria));
        Assert.Empty(await WritersAsync(office, @case.Id, sam));
        office.Clock.Advance(CasePresence.Lasts);
        Assert.Empty(await SeenAsync(office, @case.Id, maria));
    }

    [Theory, OnBoth]
    public async Task Many_pages_of_one_person_at_once_are_one_presence(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, sam) = (await office.Given.Caseworker(), await office.Given.Caseworker("Sam"));
        var @case = await office.Given.SubmittedCase();
        Assert.All(await office.AtOnceAsync<NotePresence>(8, o => o.ExecuteAsync(new(@case.Id, null), sam, default)), o => Assert.True(o.Succeeded));
        Assert.Single(await SeenAsync(office, @case.Id, maria));
    }

    private static Task KeepAsync(DomainHost office, Guid @case, Actor by, string text) =>
        office.DoAsync<KeepDraft>(o => o.ExecuteAsync(new(@case, "message", new() { ["Body"] = [text] }), by, default));

    private static Task HereAsync(DomainHost office, Guid @case, Actor who, string? form) =>
        office.DoAsync<NotePresence>(o => o.ExecuteAsync(new(@case, form), who, default));

    private static Task<string?> DraftAsync(DomainHost office, Guid @case, Actor by) => office.WithAsync<CaseWriting, string?>(async w =>
        await w.DraftAsync(@case, "message", by, default) is { } draft ? DraftFields.Read(draft.Fields)["body"][0] : null);

    private static Task<IReadOnlyList<KeptForm>> KeptAsync(DomainHost office, Guid @case, Actor by) =>
        office.WithAsync<CaseWriting, IReadOnlyList<KeptForm>>(w => w.KeptAsync(@case, by, default));

    private static async Task<IEnumerable<(string, string?)>> SeenAsync(DomainHost office, Guid @case, Actor by) =>
        (await office.WithAsync<CaseWriting, IReadOnlyList<Coworker>>(w => w.CoworkersAsync(@case, by, default))).Select(c => (c.Name, c.Form));

    private static Task<List<string>> WritersAsync(DomainHost office, Guid @case, Actor by) =>
        office.WithAsync<CaseWriting, List<string>>(async w => [.. (await w.WritersAsync([@case], by, default))[@case]]);
}
