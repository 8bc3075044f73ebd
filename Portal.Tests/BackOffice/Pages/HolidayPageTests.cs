using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>The page where an office adds its own closures.</summary>
public sealed class HolidayPageTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_manager_adds_a_holiday_and_removes_it()
    {
        var (boss, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Hana");
        var page = await boss.GetAsync("/office/holidays");
        Assert.Contains("Washington's Birthday", page.Text, StringComparison.Ordinal);
        var day = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime).AddDays(40);

        // An error in one field keeps the other fields.
        page = await Fill(page, day).Fill("Input.NameEs", "").SendAsync();
        Assert.Equal("Input_NameEs", Assert.Single(page.Errors).Field);
        Assert.Equal(("Snow day", $"{day.Year}"), (page.Form("Add days")["Input.Name"], page.Form("Add days")["Input.FirstDay.Year"]));
        page = await page.Form("Add days").Fill("Input.NameEs", "Día de nieve").SendAsync();
        Assert.Contains("Days added.", page.Is("/office/holidays").Text, StringComparison.Ordinal);
        Assert.Contains($"{day:dddd, MMMM d, yyyy}", page.Text, StringComparison.Ordinal);

        // The operation refuses it, and the other form still works.
        page = await Fill(page, day).SendAsync();
        Assert.Contains("already on your list", Assert.Single(page.Errors).Sentence, StringComparison.Ordinal);
        page = await page.PressAsync("Yes, remove");
        Assert.Contains("Days removed.", page.Is("/office/holidays").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Snow day", page.Document.QuerySelector("details")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_day_is_optional_and_validated()
    {
        var (boss, _) = await site.StaffAsync(StaffRole.Administrator, "Ida");
        var day = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime).AddDays(60);
        var page = await Fill(await boss.GetAsync("/office/holidays"), day, "Staff training").Fill("Input.LastDay.Month", "13").SendAsync();
        Assert.Equal("Input_LastDay", Assert.Single(page.Errors).Field);
        page = await Fill(page, day, "Staff training")
            .Fill("Input.LastDay.Month", $"{day.AddDays(2).Month}")
            .Fill("Input.LastDay.Day", $"{day.AddDays(2).Day}")
            .Fill("Input.LastDay.Year", $"{day.AddDays(2).Year}")
            .SendAsync();
        Assert.Contains($"{day:dddd, MMMM d, yyyy} to {day.AddDays(2):dddd, MMMM d, yyyy}", page.Is("/office/holidays").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_fully_in_Spanish_and_only_for_staff_who_may_change_it()
    {
        var (boss, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Inés");
        await boss.GetAsync("/language/es");
        var page = await boss.GetAsync("/office/holidays");
        Assert.Equal("Días feriados", page.Heading);
        Assert.Contains("Natalicio de Washington", page.Text, StringComparison.Ordinal);
        Assert.Contains(" de febrero de ", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("nav a[href='/office/holidays']"));
        var (worker, _) = await site.StaffAsync(StaffRole.Caseworker, "Jo");
        Assert.Null((await worker.GetAsync("/office/queue")).Document.QuerySelector("nav a[href='/office/holidays']"));
    }

    private static SiteForm Fill(SitePage page, DateOnly day, string name = "Snow day") =>
        page.Form("Add days").Fill("Input.Name", name).Fill("Input.NameEs", "Día de nieve")
            .Fill("Input.FirstDay.Month", $"{day.Month}").Fill("Input.FirstDay.Day", $"{day.Day}").Fill("Input.FirstDay.Year", $"{day.Year}");
}
