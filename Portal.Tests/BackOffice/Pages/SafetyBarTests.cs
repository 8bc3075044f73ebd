using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>The bar with open safety alerts, from the first alarm to the record of who reached the person.</summary>
public sealed class SafetyBarTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task The_bar_is_on_every_page_until_someone_records_who_reached_the_person()
    {
        using var person = site.Browser();
        var reference = (await person.AskForHelpAsync(new() { Topic = null, Email = "bar@example.org", Happened = "I want to kill myself" })).Reference();
        var (maria, _) = await site.StaffAsync(StaffRole.Caseworker, "Bar");
        var (intern, _) = await site.StaffAsync(StaffRole.Intern, "Barry");
        using (maria)
        using (intern)
        {
            foreach (var path in (string[])["/office/queue", "/office/account", $"/office/cases/{reference}/note"])
            {
                var bar = Assert.Single((await maria.GetAsync(path)).Document.QuerySelectorAll(".alarmbar"));
                Assert.Contains("No one has said they reached the person.", bar.TextContent, StringComparison.Ordinal);
            }

            Assert.Empty((await intern.GetAsync("/office/queue")).Document.QuerySelectorAll(".alarmbar button"));
            var page = await (await maria.GetAsync("/office/queue")).PressAsync("I'm calling now");
            Assert.Contains("You're calling now.", page.Is($"/office/cases/{reference}").Document.QuerySelector(".alarmbar")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("is calling now.", (await intern.GetAsync("/office/queue")).Document.QuerySelector(".alarmbar")!.TextContent, StringComparison.Ordinal);

            page = await (await maria.GetAsync($"/office/cases/{reference}/reached")).Form("Clear the alert").Fill("Time", "soon").SendAsync();
            Assert.Equal(["How", "Time"], page.Errors.Select(e => e.Field));
            Assert.Equal("soon", page.Form("Clear the alert")["Time"]);
            page = await page.Form("Clear the alert").Fill("How", "Phone").Fill("Time", "").Fill("Note", "She's safe.").SendAsync();
            Assert.Contains("Alert cleared.", page.Is($"/office/cases/{reference}").Text, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll(".alarmbar"));
            Assert.Contains("Safety alert cleared. Reached by phone", page.Text, StringComparison.Ordinal);
        }
    }
}
