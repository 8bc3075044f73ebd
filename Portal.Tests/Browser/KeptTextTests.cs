using Portal.Domain.Platform.Text;
using Portal.Tests.Domain.Platform.Text;

namespace Portal.Tests.Browser;

/// <summary>What people typed, in a real browser: it's counted as the server counts, and no button drops it.</summary>
public sealed class KeptTextTests(RunningPortal portal)
{
    [Fact]
    public async Task The_counter_counts_as_the_server_does()
    {
        await using var person = await Visitor.ComeAsync(portal);
        await person.GoAsync("/request/story");
        var limit = person.Page.Locator("#Input_WhatHappened-limit");
        Assert.Equal("You can write up to 10,000 characters.", await limit.InnerTextAsync());
        foreach (var text in TextLengthTests.Texts.Select(t => t.Data.Item1).OfType<string>().Append(new string('\u0301', 100)).Append("क्षत्रिय ශ්‍රී স্ত্রী"))
        {
            await person.TypeAsync("Input.WhatHappened", text);
            // An empty field was never typed in.
            if (text.Length > 0)
                Assert.Equal($"Characters left: {10_000 - TextLength.Of(text):N0}", await limit.InnerTextAsync());
        }

        // Typed by the browser itself; keystrokes of this many would take minutes.
        await person.Page.EvaluateAsync("""
            () => {
              const field = document.getElementById('Input_WhatHappened');
              field.value = '👨‍👩‍👧\n'.repeat(5001);
              field.dispatchEvent(new Event('input', { bubbles: true }));
            }
            """);
        Assert.Equal("Characters over the limit: 2", await limit.InnerTextAsync());
        await person.Page.Locator("[role=status]", new() { HasText = "over the limit" }).First.WaitForAsync();
        await person.LookAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_language_button_takes_the_form_along_and_Enter_sends_it(bool scripts)
    {
        await using var person = await Visitor.ComeAsync(portal, "en", 320, scripts);
        await person.GoAsync("/request/who");
        await person.TypeAsync("Input.Relation", "Daughter");
        await person.Page.Locator("[name='Input.Relation']").PressAsync("Enter");
        await person.Page.Locator("#error-summary").WaitForAsync();
        Assert.Equal("en", await person.Page.Locator("html").GetAttributeAsync("lang"));
        await person.Page.Locator(".site-header__language").ClickAsync();
        await person.Page.Locator("html[lang=es]").WaitForAsync();
        Assert.Equal("Daughter", await person.Page.Locator("[name='Input.Relation']").InputValueAsync());
        await person.ChooseAsync("Input.HelpFor", "SomeoneElse");
        await person.Page.Locator("main .back").ClickAsync();
        await person.Page.WaitForURLAsync("**/request/topic");
        await person.Page.GotoAsync("/request/who");
        Assert.Equal("Daughter", await person.Page.Locator("[name='Input.Relation']").InputValueAsync());
    }

    [Fact]
    public async Task A_link_out_of_a_step_saves_it_first_and_any_other_page_asks()
    {
        await using var person = await Visitor.ComeAsync(portal);
        await person.GoAsync("/request/story");
        await person.TypeAsync("Input.WhatHappened", "Left by a link");
        await person.Page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<a id=out href=\"/help/after\">Out</a>')");
        await person.Page.Locator("#out").ClickAsync();
        await person.Page.WaitForURLAsync("**/help/after");
        await person.Page.GotoAsync("/request/story");
        Assert.Equal("Left by a link", await person.Page.Locator("[name='Input.WhatHappened']").InputValueAsync());

        await person.Page.GotoAsync("/status");
        await person.Page.Locator("[name='Input.Reference']").PressSequentiallyAsync("7KQ");
        var asked = new TaskCompletionSource<string>();
        person.Page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };
        await person.Page.Locator("main .back").ClickAsync();
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal("7KQ", await person.Page.Locator("[name='Input.Reference']").InputValueAsync());
    }
}
