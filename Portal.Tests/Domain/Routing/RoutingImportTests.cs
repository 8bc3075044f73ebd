using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Routing;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Routing;

public sealed class RoutingImportTests
{
    private const string Header = "rule,based_on,order,in_use,priority,language,agency,topic,zip,assigned_to\n";

    [Theory, OnBoth]
    public async Task What_was_exported_changes_nothing_when_it_comes_back(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        await office.DoAsync<SaveRoutingRule>(o => o.ExecuteAsync(
            new(Guid.CreateVersion7(), null, "=Veterans, \"first\"", RoutingAspect.Topic, 10)
            {
                Enabled = true,
                AtLeast = Priority.P1,
                Language = "es",
                AgencyCode = "VA",
                TopicPrefix = "va-",
                ZipPrefix = "100",
                AssigneeId = boss.Id,
            },
            boss, default));
        var file = await ExportAsync(office);
        Assert.Contains("\"'=Veterans, \"\"first\"\"\"", file, StringComparison.Ordinal);
        var preview = await PreviewAsync(office, file, removes: true);
        Assert.Empty(preview.Problems);
        Assert.Equal((0, 7), (preview.Changes.Count, preview.Same));
        (await ImportAsync(office, boss, file, true, preview.Seen)).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task A_file_adds_changes_and_removes_rules_and_each_is_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var file = Header + "Nearest office,location,600,no,,,,,,\nVeterans to the boss,topic,10,yes,P1,,va,va-,,BOSS@nunez.example.gov\n";
        var preview = await PreviewAsync(office, file, removes: false);
        Assert.Equal([RuleChangeKind.Changed, RuleChangeKind.Added], preview.Changes.Select(c => c.Kind));
        Assert.Equal(new RuleDifference("in_use", "yes", "no"), Assert.Single(preview.Changes[0].Differences));
        (await ImportAsync(office, boss, file, false, preview.Seen)).Did(["RoutingRuleSaved", "RoutingRuleSaved", "RoutingRulesImported"]);
        var rules = await office.WithAsync<RoutingRules, IReadOnlyList<RoutingRule>>(r => r.AllAsync(default));
        var veterans = rules.Single(r => r.Name == "Veterans to the boss");
        Assert.Equal((RoutingAspect.Topic, 10, "VA", "va-", Priority.P1, boss.Id), (veterans.Aspect, veterans.Position, veterans.AgencyCode, veterans.TopicPrefix, veterans.AtLeast, veterans.AssigneeId));
        Assert.False(rules.Single(r => r.Name == "Nearest office").Enabled);

        // With the choice to delete, the rules that the file lacks go.
        preview = await PreviewAsync(office, file, removes: true);
        Assert.Equal(5, preview.Changes.Count(c => c.Kind == RuleChangeKind.Removed));
        await office.DoAsync<ImportRoutingRules>(o => o.ExecuteAsync(new(file, true, preview.Seen), boss, default));
        Assert.Equal(["Nearest office", "Veterans to the boss"], (await office.AllAsync<RoutingRule>()).Select(r => r.Name).Order());
    }

    [Theory, OnBoth]
    public async Task One_wrong_line_stops_the_whole_file_and_each_wrong_line_says_what_to_do(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var file = Header
            + "Good,topic,10,yes,,,,,,\n"
            + ",topic,,,,,,,,\n"
            + "Bad aspect,weather,,,,,,,,\n"
            + "Bad priority,topic,,,P9,,,,,\n"
            + "Bad agency,topic,,,,,NSA,,,\n"
            + "Bad topic,topic,,,,,,nothing-,,\n"
            + "Bad person,topic,,,,,,,,nobody@example.gov\n"
            + "good,topic,,,,,,,,\n"
            + "Bad order,topic,soon,,,,,,,\n"
            + "Bad use,topic,,maybe,,,,,,\n"
            + "Bad language,topic,,,,fr,,,,\n"
            + "Bad ZIP,topic,,,,,,,123456,\n";
        var preview = await PreviewAsync(office, file, removes: false);
        Assert.Equal(Enumerable.Range(3, 11), preview.Problems.Select(p => p.Line));
        Assert.All(preview.Problems, p => Assert.EndsWith(".", p.Why.Reason, StringComparison.Ordinal));
        (await ImportAsync(office, boss, file, false, preview.Seen)).Refused("Line {0}: {1}");
    }

    [Theory]
    [InlineData("PK\u0003\u0004")]
    [InlineData("name,aspect\nA,topic\n")]
    [InlineData(Header)]
    [InlineData(Header + "\"open,topic,,,,,,,,\n")]
    [InlineData(Header + "Se\uFFFDora,topic,,,,,,,,\n")]
    public async Task A_file_that_is_no_list_of_rules_is_refused_in_one_sentence(string file)
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        Assert.Single((await PreviewAsync(office, file, removes: true)).Problems);
    }

    [Theory, OnBoth]
    public async Task A_rule_changed_since_the_preview_stops_the_import(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var file = Header + "New,topic,10,yes,,,,,,\n";
        var seen = (await PreviewAsync(office, file, removes: false)).Seen;
        await office.DoAsync<SaveRoutingRule>(o => o.ExecuteAsync(new(Guid.CreateVersion7(), null, "Meanwhile", RoutingAspect.Load, 1), boss, default));
        (await ImportAsync(office, boss, file, false, seen)).Was<Outcome.Stale>();
        var maria = await office.Given.Caseworker();
        (await ImportAsync(office, maria, file, false, seen)).NotPermitted(Permission.EditRouting);
    }

    private static Task<RoutingPreview> PreviewAsync(DomainHost office, string file, bool removes) =>
        office.WithAsync<RoutingImport, RoutingPreview>(i => i.CompareAsync(file, removes, default));

    private static Task<Trial> ImportAsync(DomainHost office, Actor by, string file, bool removes, string seen) =>
        office.TryAsync<ImportRoutingRules>(o => o.ExecuteAsync(new(file, removes, seen), by, default));

    private static async Task<string> ExportAsync(DomainHost office)
    {
        var rows = await office.WithAsync<RoutingExport, IReadOnlyList<string[]>>(e => e.RowsAsync(default));
        return System.Text.Encoding.UTF8.GetString(Portal.BackOffice.Kit.SpreadsheetFile.Write([.. RoutingExport.Columns], rows)).TrimStart('\uFEFF');
    }
}
