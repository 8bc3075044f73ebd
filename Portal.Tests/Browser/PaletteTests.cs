namespace Portal.Tests.Browser;

/// <summary>Ctrl+K finds a case, a page, or something to do, from wherever one is.</summary>
public sealed class PaletteTests(RunningPortal portal)
{
    [Fact]
    public async Task A_case_and_what_to_do_with_it_are_a_few_keys_away_and_closing_leads_back()
    {
        await using var maria = await Visitor.ComeAsCaseworkerAsync(portal);
        await maria.GoAsync("/office/queue");
        var page = maria.Page;
        await page.Locator("#Search").FocusAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("dialog.palette input[type='search']:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("dialog.palette").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Equal("Search", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("dialog.palette input[type='search']:focus").WaitForAsync();
        await page.Keyboard.TypeAsync("grace hollo");
        var found = page.Locator("dialog.palette #hits a[href*='/office/cases/']");
        await found.First.WaitForAsync();
        Assert.Contains("Grace Holloway", await found.First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("grace", page.Url, StringComparison.OrdinalIgnoreCase);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/office/cases/*");

        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("dialog.palette input[type='search']:focus").WaitForAsync();
        await page.Keyboard.TypeAsync("log a ca");
        await page.Locator("dialog.palette #hits a[href$='/call']").WaitForAsync();
        await page.Locator("dialog.palette #hits a").Nth(1).WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/call");
        Assert.Equal("", string.Join('\n', maria.Complaints));
    }
}
