using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Web.Sweeps;

namespace Portal.Tests.Browser;

public sealed class ConstituentJourneyTests(RunningPortal portal)
{
    [Theory]
    [InlineData("en", 1280, true)]
    [InlineData("es", 320, true)]
    [InlineData("en", 320, false)]
    [InlineData("es", 1280, false)]
    public async Task A_constituent_sends_a_request_signs_the_release_and_checks_the_status(string language, int width, bool scripts)
    {
        await using var person = await Visitor.ComeAsync(portal, language, width, scripts);
        var email = $"rosa-{language}-{width}@example.com";

        await person.GoAsync("/");
        await person.GoAsync("/request");
        await person.PressAsync("main form:not([action*=rase]) button[type=submit]");
        await person.GoAsync("/request/topic?q=" + (language == "es" ? "mi cheque no llegó" : "my check did not come"));
        await person.ContinueAsync();
        await person.ErrorsAsync();
        await person.ChooseAsync("Code", "ssa-missing-payment");
        await person.ContinueAsync();
        Assert.EndsWith("/request/questions", person.Page.Url);
        await person.ContinueAsync();
        await person.ContinueAsync();
        await person.ErrorsAsync();
        await person.ChooseAsync("Input.HelpFor", "Me");
        await person.ContinueAsync();
        await person.ContinueAsync();
        await person.ErrorsAsync();
        await FillAddressAsync(person);
        await person.ContinueAsync();
        Assert.EndsWith("/request/story", person.Page.Url);
        await person.ContinueAsync();
        await person.ErrorsAsync();
        await person.TypeAsync("Input.WhatHappened", "<b>The June payment</b> never came. ¿Dónde está?");
        await person.TypeAsync("Input.WhatYouWant", "I want my payment.");
        await person.ContinueAsync();
        await person.ChooseAsync("Input.Facts", "BenefitStopped");
        await person.ContinueAsync();
        await person.ContinueAsync();
        await person.ErrorsAsync();
        await person.TypeAsync("Input.FirstName", "Rosa María");
        await person.TypeAsync("Input.LastName", "Muñoz O’Neill");
        await person.TypeAsync("Input.BornOn.Month", "4");
        await person.TypeAsync("Input.BornOn.Day", "28");
        await person.TypeAsync("Input.BornOn.Year", "1956");
        await person.TypeAsync("Input.Email", email);
        await person.ContinueAsync();
        Assert.EndsWith("/request/numbers", person.Page.Url);
        await person.TypeAsync("Input[0].Value", "12");
        await person.ContinueAsync();
        await person.ErrorsAsync();
        await person.TypeAsync("Input[0].Value", "219-09-9999");
        await person.ContinueAsync();
        Assert.EndsWith("/request/documents", person.Page.Url);
        await person.ContinueAsync();
        Assert.EndsWith("/request/check", person.Page.Url);
        Assert.Contains("<b>The June payment</b>", await person.Page.Locator("main").InnerTextAsync());
        await person.PressAsync("button.usa-button--big");
        Assert.EndsWith("/request/done", person.Page.Url);
        var reference = await person.Page.Locator(".confirmation__reference").InnerTextAsync();
        Assert.Matches("^[2-9A-Z]{5}-[2-9A-Z]{5}$", reference.Trim());

        await person.PressAsync(Leading.To("/release/"));
        await person.ContinueAsync();
        await person.ContinueAsync();
        Assert.EndsWith("/read", person.Page.Url);
        await person.PressAsync("button.usa-button--big");
        await person.ErrorsAsync();
        await person.ChooseAsync("Agreed", "true");
        await person.TypeAsync("TypedName", "rosa maria munoz oneill");
        await person.PressAsync("button.usa-button--big");
        Assert.EndsWith("/done", person.Page.Url);
        await VerifyCopyAsync(person);

        await person.Page.Context.ClearCookiesAsync();
        await person.GoAsync("/status");
        await person.TypeAsync("Input.Reference", reference.ToLowerInvariant());
        await person.TypeAsync("Input.Email", email);
        await person.ContinueAsync();
        await person.TypeAsync("Code", "000000");
        await person.ContinueAsync();
        await person.ErrorsAsync();
        await person.TypeAsync("Code", await portal.CodeForAsync(email));
        await person.ContinueAsync();
        Assert.EndsWith("/status/case", person.Page.Url);
        await person.TypeAsync("Body", "Is there any news?");
        await person.PressAsync("form[action*=Message] button");
        Assert.Contains("Is there any news?", await person.Page.Locator(".thread").InnerTextAsync());
        await person.PressAsync(Leading.To("/status/withdraw/"));
        await person.PressAsync("button.usa-button--secondary");
        Assert.Equal(0, await person.Page.Locator(Leading.To("/status/withdraw/")).CountAsync());
        Assert.Equal("", string.Join('\n', person.Complaints));
    }

    [Fact]
    public async Task The_first_steps_work_with_a_keyboard_alone()
    {
        await using var person = await Visitor.ComeAsync(portal);
        await person.GoAsync("/");
        await person.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await FocusedAsync(person, "href"));
        await TabToAsync(person, "href", "/request");
        await EnterAsync(person, "/request$");
        await TabToAsync(person, "type", "submit");
        await EnterAsync(person, "/request/topic$");
        await TabToAsync(person, "id", "q");
        await person.Page.Keyboard.TypeAsync("passport late");
        // Pressing Enter answers with the same page, whose address has no words in it.
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.Locator("[name=Code]").First.WaitForAsync();
        await TabToAsync(person, "name", "Code");
        await person.Page.Keyboard.PressAsync("Space");
        await EnterAsync(person, "/request/(questions|who)");
        await person.LookAsync();
    }

    [Fact]
    public async Task Every_public_page_is_accessible_in_both_languages()
    {
        foreach (var (language, width) in new[] { ("en", 320), ("es", 1280) })
        {
            await using var person = await Visitor.ComeAsync(portal, language, width);
            var pages = RoleTable.OpenTo("Anonymous")
                .Except(["/altcha", "/healthz", "/robots.txt"])
                .Where(p => !p.EndsWith("/Index", StringComparison.Ordinal))
                .Append("/verify?code=2222-2222-2222");
            foreach (var path in pages)
                await person.GoAsync(path);
        }
    }

    private static async Task FillAddressAsync(Visitor person)
    {
        await person.TypeAsync("Input.Line1", "12 Main Street");
        await person.TypeAsync("Input.City", "Golden");
        await person.Page.Locator("[name='Input.State']").SelectOptionAsync("CO");
        await person.TypeAsync("Input.Zip", "80401");
    }

    private async Task VerifyCopyAsync(Visitor person)
    {
        var download = await person.Page.RunAndWaitForDownloadAsync(() => person.Page.Locator("main form[action$='/pdf'] button").First.ClickAsync());
        var file = Path.Combine(portal.Folder, Guid.CreateVersion7().ToString("N") + ".pdf");
        await download.SaveAsAsync(file);
        await person.GoAsync("/verify");
        await person.Page.Locator("input[type=file]").SetInputFilesAsync(file);
        await person.PressAsync("form[enctype] button");
        Assert.Equal(1, await person.Page.Locator(".usa-alert--success").CountAsync());
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 3] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await person.Page.Locator("input[type=file]").SetInputFilesAsync(file);
        await person.PressAsync("form[enctype] button");
        Assert.Equal(1, await person.Page.Locator("#answer.usa-alert--error").CountAsync());
    }

    private static Task<string?> FocusedAsync(Visitor person, string attribute) =>
        person.Page.EvaluateAsync<string?>($"document.activeElement.getAttribute('{attribute}')");

    // A key press may be lost while a busy machine is still loading the page; a person would press again.
    private static async Task EnterAsync(Visitor person, string leadsTo)
    {
        const int Tries = 3;
        for (var tries = 1; ; tries++)
        {
            var arrived = person.Page.WaitForURLAsync(new Regex(leadsTo), new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = 20_000 });
            await person.Page.Keyboard.PressAsync("Enter");
            try
            {
                await arrived;
                return;
            }
            catch (TimeoutException) when (tries < Tries)
            {
            }
        }
    }

    private static async Task TabToAsync(Visitor person, string attribute, string value)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            if (await FocusedAsync(person, attribute) == value
                && await person.Page.EvaluateAsync<bool>("document.activeElement.closest('main, header, body') !== null"))
                return;
        }

        Assert.Fail($"No Tab leads to [{attribute}={value}] on {person.Page.Url}.");
    }
}
