using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>Routing rules as a file, out and in.</summary>
public sealed class RoutingImportPageTests(SiteHost site) : IClassFixture<SiteHost>
{
    private const string Header = "rule,based_on,order,in_use,priority,language,agency,topic,zip,assigned_to\n";

    [Fact]
    public async Task A_manager_downloads_the_rules_and_changes_them_by_file_after_seeing_what_changes()
    {
        var (boss, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Rita");
        var page = await boss.GetAsync("/office/routing/import");
        page = await page.Form("Show what would change").Attach("Upload", "rules.csv", Utf8(Header + "Lead, \"quoted\",topic,,,,,,,\n")).SendAsync();
        Assert.Contains("Line 2", Assert.Single(page.Errors).Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("Make these changes", page.Text, StringComparison.Ordinal);

        page = await page.Form("Show what would change").Attach("Upload", "rules.csv", Utf8("\uFEFF" + Header + "Núñez's own,topic,10,yes,,,SSA,,,\n")).SendAsync();
        Assert.Contains("Núñez's own", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing has changed yet", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Núñez's own", (await boss.GetAsync("/office/routing")).Text, StringComparison.Ordinal);
        page = (await page.Form("Make these changes").SendAsync()).Is("/office/routing");
        Assert.Contains("Added: 1. Changed: 0. Deleted: 0.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Núñez's own", page.Text, StringComparison.Ordinal);

        var file = await boss.DownloadAsync("/office/routing?handler=File");
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Contains("Núñez's own,topic,10,yes,,,SSA,,,", System.Text.Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
