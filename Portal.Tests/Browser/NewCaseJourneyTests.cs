using System.Diagnostics;

namespace Portal.Tests.Browser;

/// <summary>A call becomes a case by keyboard while the caller speaks, and the caller confirms it with a code.</summary>
public sealed class NewCaseJourneyTests(RunningPortal portal)
{
    private const string Email = "carol.whitman@example.org";
    private int _keys;

    [Fact]
    public async Task A_call_becomes_a_confirmed_case_within_twenty_four_keystrokes_besides_typing()
    {
        await using var maria = await Visitor.ComeAsCaseworkerAsync(portal);
        await maria.GoAsync("/office/my-turn");
        var called = Stopwatch.StartNew();
        await KeyAsync(maria, "Shift+N");
        await maria.Page.WaitForURLAsync("**/office/new-case");
        await maria.LookAsync();
        // Every field in order, with “Only one name” and “Someone else is asking for them” passed over; Tab goes to the next.
        foreach (var typed in new[] { "Carol", "Whitman", "303-555-0161", Email, "", "", "3", "14", "1949", "410 Birch Lane", "Golden", "", "80401" })
            await FillAsync(maria, typed);
        await maria.Page.Keyboard.TypeAsync("Social Security says I was paid too much and takes $200 a month from my check.");
        var topic = maria.Page.Locator("#look input[value='ssa-overpayment']");
        await topic.WaitForAsync(new() { Timeout = 60_000 });
        var choice = await topic.GetAttributeAsync("accesskey");
        await KeyAsync(maria, "Tab");
        await maria.Page.Keyboard.TypeAsync("Stop the $200 until it's settled");
        await KeyAsync(maria, "Alt+" + choice);
        await KeyAsync(maria, "Control+Enter");
        await maria.Page.WaitForURLAsync("**/office/cases/*");
        await maria.LookAsync();
        Assert.True(called.Elapsed < TimeSpan.FromSeconds(90), $"It took {called.Elapsed.TotalSeconds:0} s.");
        Assert.True(_keys <= 24, $"{_keys} keys");
        TestContext.Current.SendDiagnosticMessage($"A call became a case in {called.Elapsed.TotalSeconds:0} s and {_keys} keys.");
        Assert.Contains("hasn't confirmed this request yet", await maria.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var reference = maria.Page.Url.Split('/')[^1].Split('?')[0];

        await using var carol = await Visitor.ComeAsync(portal, width: 390);
        await carol.GoAsync("/status");
        await carol.TypeAsync("Input.Reference", reference);
        await carol.TypeAsync("Input.Email", Email);
        await carol.ContinueAsync();
        await carol.TypeAsync("Code", await portal.CodeForAsync(Email));
        await carol.ContinueAsync();
        await carol.PressAsync(Leading.To("/status/check"));
        // The mailbox may be a stranger's: one fact first, and nothing before it.
        Assert.DoesNotContain("takes $200 a month", await carol.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var (year, shown) in new[] { ("1950", false), ("1949", true) })
        {
            await carol.TypeAsync("Born.Month", "3");
            await carol.TypeAsync("Born.Day", "14");
            await carol.TypeAsync("Born.Year", year);
            await carol.ContinueAsync();
            Assert.Equal(shown, (await carol.Page.Locator("main").InnerTextAsync()).Contains("Whitman", StringComparison.Ordinal));
        }

        Assert.Contains("takes $200 a month", await carol.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await carol.PressAsync("main form button.usa-button");
        Assert.Contains("Your request is confirmed", await carol.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // The same caller again: found while typing, and logged on the case that's open.
        await maria.GoAsync("/office/new-case");
        await maria.TypeAsync("Input.FirstName", "Carol");
        await maria.TypeAsync("Input.LastName", "Whitman");
        await maria.TypeAsync("Input.Story", "She asks whether the letter came.");
        // Enter looks for earlier cases; it creates nothing, and what was typed stays.
        await maria.Page.Locator("[name='Input.LastName']").PressAsync("Enter");
        await maria.Page.WaitForURLAsync("**/office/new-case?handler=Look");
        Assert.Equal("She asks whether the letter came.", await maria.Page.Locator("[name='Input.Story']").InputValueAsync());
        await maria.TypeAsync("Input.ContactTimes", "After 5");
        await maria.Page.Locator($"#look button[formaction*='{reference}']").ClickAsync();
        await maria.Page.WaitForURLAsync($"**/office/cases/{reference}");
        await maria.LookAsync();
        Assert.Contains("She asks whether the letter came.", await maria.Page.Locator(".timeline").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Best time to call: After 5", await maria.Page.Locator(".timeline").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("", string.Join('\n', maria.Complaints.Concat(carol.Complaints)));
    }

    private async Task FillAsync(Visitor visitor, string typed)
    {
        await visitor.Page.Keyboard.TypeAsync(typed);
        await KeyAsync(visitor, "Tab");
    }

    private async Task KeyAsync(Visitor visitor, string key)
    {
        _keys++;
        await visitor.Page.Keyboard.PressAsync(key);
    }
}
