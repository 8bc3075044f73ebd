using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>The shortest path through a request, for journeys about what comes after it.</summary>
internal static class Asking
{
    /// <summary>Asks for help with a topic and stays on the confirmation page. Returns the reference.</summary>
    public static async Task<string> AskForHelpAsync(this Visitor person, string topic, string email, string first = "Ana", string last = "García")
    {
        await person.Page.GotoAsync("/request/topic?agency=" + topic.Split('-')[0].ToUpperInvariant());
        await person.ChooseAsync("Code", topic);
        await NextAsync(person);
        if (person.Page.Url.EndsWith("/request/questions", StringComparison.Ordinal))
            await NextAsync(person);
        await person.ChooseAsync("Input.HelpFor", "Me");
        await NextAsync(person);
        await person.TypeAsync("Input.Line1", "12 Main Street");
        await person.TypeAsync("Input.City", "Golden");
        await person.Page.Locator("[name='Input.State']").SelectOptionAsync("CO");
        await person.TypeAsync("Input.Zip", "80401");
        await NextAsync(person);
        await person.TypeAsync("Input.WhatHappened", "Nothing has come since March.");
        await person.TypeAsync("Input.WhatYouWant", "An answer.");
        await NextAsync(person);
        await NextAsync(person);
        await person.TypeAsync("Input.FirstName", first);
        await person.TypeAsync("Input.LastName", last);
        await person.TypeAsync("Input.BornOn.Month", "4");
        await person.TypeAsync("Input.BornOn.Day", "28");
        await person.TypeAsync("Input.BornOn.Year", "1986");
        await person.TypeAsync("Input.Email", email);
        await NextAsync(person);
        if (person.Page.Url.EndsWith("/request/numbers", StringComparison.Ordinal))
            await NextAsync(person);
        await NextAsync(person);
        await person.Page.Locator("button.usa-button--big").ClickAsync();
        await person.Page.WaitForURLAsync("**/request/done");
        return (await person.Page.Locator(".confirmation__reference").InnerTextAsync()).Trim();
    }

    /// <summary>Opens the case's status page with the emailed code.</summary>
    public static async Task OpenStatusAsync(this Visitor person, RunningPortal portal, string reference, string email)
    {
        await person.Page.GotoAsync("/status");
        await person.TypeAsync("Input.Reference", reference);
        await person.TypeAsync("Input.Email", email);
        await NextAsync(person);
        if (person.Page.Url.EndsWith("/request/numbers", StringComparison.Ordinal))
            await NextAsync(person);
        await person.TypeAsync("Code", await portal.CodeForAsync(email));
        await NextAsync(person);
        Assert.EndsWith("/status/case", person.Page.Url);
    }

    /// <summary>Presses Tab until the focused element in the page's main content has an attribute that begins with the given text.</summary>
    public static async Task TabToAsync(this Visitor person, string attribute, string begins)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            if (await person.Page.EvaluateAsync<bool>(
                "([name, begins]) => document.activeElement.closest('main') !== null && (document.activeElement.getAttribute(name) ?? '').startsWith(begins)",
                new[] { attribute, begins }))
                return;
        }

        Assert.Fail($"No Tab leads to [{attribute}={begins}…] on {person.Page.Url}.");
    }

    private static async Task NextAsync(Visitor person)
    {
        await person.Page.Locator("main form[method=post] .actions button.usa-button:not(.usa-button--outline)").First.ClickAsync();
        await person.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }
}
