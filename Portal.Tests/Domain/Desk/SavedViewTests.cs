using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Desk;

public sealed class SavedViewTests
{
    [Theory, OnBoth]
    public async Task A_view_is_its_savers_or_everyones_and_a_name_is_used_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, boss) = (await office.Given.Caseworker(), await office.Given.Staff(StaffRole.CaseworkManager, "Boss"));
        (await SaveAsync(office, maria, new("SSA", "view=open&agency=SSA", false))).Did("ViewSaved");
        (await SaveAsync(office, maria, new("SSA", "view=open&agency=SSA", false))).ChangedNothing();
        (await SaveAsync(office, maria, new("SSA", "view=mine&agency=SSA", false))).Did("ViewSaved");
        (await SaveAsync(office, boss, new("Urgent", "view=open&priority=P0", true))).Did("ViewSaved");
        Assert.Equal(["Urgent", "SSA"], (await ReadAsync(office, maria)).Select(v => v.Name));
        Assert.Equal("view=mine&agency=SSA", (await ReadAsync(office, maria))[1].Query);
        Assert.Equal(["Urgent"], (await ReadAsync(office, boss)).Select(v => v.Name));
    }

    [Theory, OnBoth]
    public async Task Nobody_deletes_anothers_view_and_only_who_assigns_cases_deletes_everyones(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, sam, boss) = (await office.Given.Caseworker(), await office.Given.Caseworker("Sam"), await office.Given.Staff(StaffRole.CaseworkManager, "Boss"));
        await SaveAsync(office, maria, new("Mine", "view=mine&priority=P0", false));
        await SaveAsync(office, boss, new("Ours", "view=open&priority=P0", true));
        var (ours, mine) = ((await ReadAsync(office, maria))[0], (await ReadAsync(office, maria))[1]);
        (await office.TryAsync<DeleteView>(o => o.ExecuteAsync(mine.Id, sam, default))).ChangedNothing();
        (await office.TryAsync<DeleteView>(o => o.ExecuteAsync(mine.Id, maria, default))).Did("ViewDeleted");
        (await office.TryAsync<DeleteView>(o => o.ExecuteAsync(ours.Id, boss, default))).Did("ViewDeleted");
        Assert.Empty(await ReadAsync(office, maria));
    }

    [Theory, OnBoth]
    public async Task Saving_a_thirteenth_view_is_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        for (var number = 0; number < SavedView.Most; number++)
            (await SaveAsync(office, maria, new($"View {number}", $"view=open&topic={number}", false))).Did("ViewSaved");
        (await SaveAsync(office, maria, new("One more", "view=open&topic=x", false))).Refused("You can save up to 12 views. Delete one first.");
    }

    [Theory, OnBoth]
    public async Task A_view_taken_out_as_a_file_is_whole_and_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, boss) = (await office.Given.Caseworker(), await office.Given.Staff(StaffRole.CaseworkManager, "Boss"));
        for (var number = 0; number < CaseQueue.PageSize + 3; number++)
            await office.Given.SubmittedCase();
        var trial = await office.TryAsync<ExportView>(o => o.ExecuteAsync(new(QueueView.Open), boss, default));
        trial.Did("ViewExported");
        Assert.Equal(CaseQueue.PageSize + 3, ((ExportView.Exported)trial.Outcome).Rows.Select(r => r.Reference).Distinct().Count());
        (await office.TryAsync<ExportView>(o => o.ExecuteAsync(new(QueueView.Open), maria, default))).NotPermitted(Permission.ExportCases);
    }

    private static Task<Trial> SaveAsync(DomainHost office, Actor by, SaveView.Command command) => office.TryAsync<SaveView>(o => o.ExecuteAsync(command, by, default));

    private static Task<IReadOnlyList<SavedView>> ReadAsync(DomainHost office, Actor by) => office.WithAsync<SavedViews, IReadOnlyList<SavedView>>(v => v.ReadAsync(by, default));
}
