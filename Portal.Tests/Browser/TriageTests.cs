using System.Globalization;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>Forty new requests are accepted by keyboard.</summary>
public sealed class TriageTests : IAsyncLifetime
{
    private const int New = 40;
    private const int Doubtful = 4;
    private readonly RunningPortal _portal = RunningPortal.With(new Dictionary<string, string> { ["Portal__Limits__doubtful-request__Permits"] = "1000" });

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Forty_new_cases_take_at_most_three_keys_each()
    {
        await using var maria = await Visitor.ComeAsCaseworkerAsync(_portal);
        await Parallel.ForEachAsync(Enumerable.Range(0, New), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) => await SubmitAsync(number));
        var page = maria.Page;
        await maria.GoAsync("/office/queue?view=new");
        var before = await CountAsync(maria);
        Assert.True(before >= New, $"Only {before} new cases.");
        var keys = 0;
        async Task PressAsync(string key)
        {
            keys++;
            await page.Keyboard.PressAsync(key);
        }

        // A key that sends the form; the next page is another document, even under the same address.
        async Task SendAsync(string key)
        {
            await page.EvaluateAsync("document.body.dataset.old = ''");
            await PressAsync(key);
            await page.Locator("body:not([data-old])").WaitForAsync();
            await page.WaitForLoadStateAsync();
        }

        await PressAsync("j");
        await PressAsync("Enter");
        await page.WaitForURLAsync("**/office/cases/**");
        await maria.LookAsync();
        var (done, refused) = (0, 0);
        while (keys < 3 * New && done < New && await page.Locator(".triage").CountAsync() == 1)
        {
            var bottom = await page.Locator(".triage__do button").First.EvaluateAsync<double>("b => b.getBoundingClientRect().bottom");
            Assert.True(bottom <= 800, $"The buttons end at {bottom} px on a screen of 800.");
            await SendAsync("1");
            if (await page.Locator(".triage .usa-error-message").CountAsync() == 1)
            {
                // What isn't known stops the key there.
                refused++;
                await maria.LookAsync();
                await PressAsync("3");
                await SendAsync("1");
            }

            if (await page.GetByText("Choose the topic first.").CountAsync() > 0)
                await SendAsync("j"); // left for somebody who asks the person
            else if (await page.Locator("#stale").CountAsync() == 0)
                done++;
        }

        Assert.True(done >= New, $"Only {done} cases were accepted.");
        Assert.True(refused >= 1, "No address was doubtful, so nothing was stopped.");
        Assert.True(keys <= 3 * done, $"{keys} keys for {done} cases.");
        TestContext.Current.SendDiagnosticMessage($"{keys} keys for {done} cases, {refused} of them with a doubtful address.");
        await maria.GoAsync("/office/queue?view=new");
        Assert.Equal(before - done, await CountAsync(maria));
        Assert.Equal("", string.Join('\n', maria.Complaints));
    }

    private async Task SubmitAsync(int number)
    {
        using var transport = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var browser = new SiteBrowser(new Uri(_portal.Address), transport);
        var isDoubtful = number % (New / Doubtful) == 0;
        await browser.AskForHelpAsync(new()
        {
            FirstName = "New",
            LastName = "Person" + number.ToString(CultureInfo.InvariantCulture),
            Email = $"new.person{number}@example.org",
            State = "CO",
            Zip = isDoubtful ? "99999" : "80033",
        });
    }

    private static async Task<int> CountAsync(Visitor maria) => await maria.Page.Locator("[data-queue] tbody tr").CountAsync();
}
