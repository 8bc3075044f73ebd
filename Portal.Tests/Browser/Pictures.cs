using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>Takes the README's screenshots from the running product. Run by docs/images/take.sh.</summary>
public sealed class Pictures(RunningPortal portal)
{
    [Fact(Explicit = true)]
    public async Task Screenshots_are_taken()
    {
        var folder = Environment.GetEnvironmentVariable("PORTAL_PICTURES") ?? throw new InvalidOperationException("PORTAL_PICTURES names no folder.");
        await using var phone = await Visitor.ComeAsync(portal, width: 420);
        await phone.Page.GotoAsync("/");
        await TakeAsync(phone, folder, "home");
        var (reference, email) = Regex.Match(portal.Printed, @"reference (\S+), email (\S+)") is var found
            ? (found.Groups[1].Value, found.Groups[2].Value)
            : default;
        await phone.Page.GotoAsync("/status");
        await phone.TypeAsync("Input.Reference", reference);
        await phone.TypeAsync("Input.Email", email);
        await phone.ContinueAsync();
        await phone.TypeAsync("Code", await portal.CodeForAsync(email));
        await phone.ContinueAsync();
        await TakeAsync(phone, folder, "status");

        await using var desk = await Visitor.ComeAsCaseworkerAsync(portal);
        await desk.Page.GotoAsync("/office/my-turn");
        await TakeAsync(desk, folder, "my-turn");
        await desk.Page.GotoAsync("/office/new-case");
        await desk.TypeAsync("Input.FirstName", "Grace");
        await desk.TypeAsync("Input.LastName", "Holloway");
        await desk.TypeAsync("Input.Story", "Social Security says I was paid too much and takes $200 a month from my check.");
        await desk.Page.Locator("#look input[value='ssa-overpayment']").WaitForAsync();
        await desk.Page.EvaluateAsync("scrollTo(0, 0)");
        await TakeAsync(desk, folder, "new-case");
        await desk.Page.GotoAsync("/office/queue?view=new");
        await desk.Page.Locator("main th a[href^='/office/cases/']").Nth(2).ClickAsync();
        await TakeAsync(desk, folder, "triage");
        await desk.Page.GotoAsync("/office/search");
        await desk.TypeAsync("Words", "benefits \"social security\"");
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.Locator(".found mark").First.WaitForAsync();
        await TakeAsync(desk, folder, "search");
        await desk.Page.GotoAsync("/office/calendar");
        await TakeAsync(desk, folder, "calendar");
        await desk.Page.GotoAsync("/office/queue?view=open");
        await TakeAsync(desk, folder, "queue");
        await desk.Page.Locator("a[href^='/office/cases/']").Nth(2).ClickAsync();
        await TakeAsync(desk, folder, "case");
        await desk.Page.GotoAsync("/office/mail");
        await TakeAsync(desk, folder, "mail-room");
        await desk.Page.GotoAsync("/office/queue?view=toconfirm");
        await desk.Page.Locator("main a[href^='/office/cases/']").First.ClickAsync();
        await desk.Page.Locator("a[data-key=e]").ClickAsync();
        await TakeAsync(desk, folder, "answer");
        await desk.Page.GotoAsync("/office/letters/batch?agency=SSA");
        await desk.Page.Locator("main th a[href^='/office/cases/']").First.ClickAsync();
        await desk.Page.Locator("a[data-key=i]").ClickAsync();
        await TakeAsync(desk, folder, "letter");
        await using var manager = await Visitor.ComeAsAdministratorAsync(portal);
        await manager.Page.GotoAsync("/office/overview");
        await TakeAsync(manager, folder, "overview");
        // A separate page that isn't under our content security policy.
        await using var frame = await Visitor.ComeAsync(portal);
        await frame.Page.SetContentAsync(Together(folder));
        await frame.Page.Locator("#both").ScreenshotAsync(new() { Path = Path.Combine(folder, "portal.png") });
    }

    private static async Task TakeAsync(Visitor visitor, string folder, string name)
    {
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visitor.Page.EvaluateAsync("document.fonts.ready.then(() => true)");
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }

    private static string Together(string folder)
    {
        string Picture(string name) => "data:image/png;base64," + Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder, name + ".png")));
        return $"<div id=both style='background:#dfe6f0;padding:28px;width:1180px;height:560px;position:relative'>" +
            $"<img src='{Picture("queue")}' style='width:900px;position:absolute;right:28px;top:28px;border-radius:8px;box-shadow:0 4px 24px #0004'>" +
            $"<img src='{Picture("status")}' style='height:530px;position:absolute;left:28px;top:44px;border-radius:16px;box-shadow:0 4px 24px #0006'></div>";
    }
}
