namespace Portal.Tests.Browser;

/// <summary>What is typed in a case waits for its writer, and two people at one case see each other.</summary>
public sealed class DraftTests(RunningPortal portal)
{
    [Fact]
    public async Task What_was_typed_is_there_after_the_page_is_gone_and_sent_only_once()
    {
        await using var maria = await Visitor.ComeAsCaseworkerAsync(portal);
        var page = maria.Page;
        var @case = await CaseOfAsync(maria, "Grace Holloway");
        await maria.GoAsync($"{@case}/message");
        await page.Locator("#Body").PressSequentiallyAsync("Dear Ms. Holloway, we asked again.");
        await page.Locator(".kept:not(:empty)").WaitForAsync();
        Assert.StartsWith("Draft saved at", await page.Locator(".kept").InnerTextAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForURLAsync("**" + @case);
        await maria.LookAsync();
        await page.Locator(".draft a").ClickAsync();
        await page.WaitForURLAsync("**/message");
        await maria.LookAsync();
        Assert.Equal("Dear Ms. Holloway, we asked again.", await page.Locator("#Body").InputValueAsync());
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**" + @case);
        Assert.Equal(0, await page.Locator(".draft").CountAsync());
        Assert.Equal(1, await page.GetByText("Dear Ms. Holloway, we asked again.").CountAsync());
        Assert.True(maria.Complaints.Count == 0, string.Join("\n", maria.Complaints) + portal.Printed[Math.Max(0, portal.Printed.Length - 6000)..]);
    }

    [Fact]
    public async Task Without_scripts_a_button_keeps_the_draft()
    {
        await using var maria = await Visitor.ComeAsCaseworkerAsync(portal);
        var @case = await CaseOfAsync(maria, "Carol Whitman");
        await using var plain = await Visitor.ComeAsync(portal, scripts: false, state: await maria.Page.Context.StorageStateAsync());
        await plain.GoAsync($"{@case}/note");
        await plain.Page.Locator("#Body").FillAsync("She prefers mornings.");
        await plain.PressAsync("[data-keep]");
        Assert.Contains("Draft saved. It hasn't been sent.", await plain.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await plain.GoAsync($"{@case}/note");
        Assert.Equal("She prefers mornings.", (await plain.Page.Locator("#Body").InputValueAsync()).Trim());
        await plain.PressAsync(".draft button");
        Assert.Equal("", (await plain.Page.Locator("#Body").InputValueAsync()).Trim());
    }

    [Fact]
    public async Task Two_people_at_one_case_see_each_other()
    {
        await using var maria = await Visitor.ComeAsCaseworkerAsync(portal);
        await using var sam = await Visitor.ComeAsAdministratorAsync(portal);
        var @case = await CaseOfAsync(maria, "Franklin Osei");
        await maria.GoAsync(@case);
        await sam.GoAsync($"{@case}/message");
        var here = sam.Page.Locator("#here li");
        await RunningPortal.UntilAsync(async () =>
        {
            await sam.Page.ReloadAsync();
            return await here.CountAsync() == 1;
        }, "Sam to see Maria");
        Assert.Contains("has this case open.", await here.InnerTextAsync(), StringComparison.Ordinal);
        await sam.LookAsync();
        await sam.Page.Locator("#Body").PressSequentiallyAsync("Dear");
        await RunningPortal.UntilAsync(async () =>
        {
            await maria.Page.ReloadAsync();
            return await maria.Page.Locator("#here .here__writes").CountAsync() == 1;
        }, "Maria to see that Sam writes");
        Assert.Contains("is writing to the constituent.", await maria.Page.Locator("#here").InnerTextAsync(), StringComparison.Ordinal);
        await maria.LookAsync();
        await maria.GoAsync("/office/queue");
        Assert.Contains("is writing", await maria.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await sam.PressAsync("[data-keep]");
        await sam.GoAsync($"{@case}/message");
        await sam.PressAsync(".draft button");
    }

    private static async Task<string> CaseOfAsync(Visitor maria, string name)
    {
        await maria.Page.GotoAsync("/office/queue");
        await maria.Page.Locator("#Search").FillAsync(name);
        await maria.Page.Keyboard.PressAsync("Enter");
        var link = maria.Page.Locator("main a[href*='/office/cases/']").First;
        await link.WaitForAsync();
        return new Uri(new Uri("http://localhost"), await link.GetAttributeAsync("href")).AbsolutePath;
    }
}
