using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Empty and invalid fields: the error is shown at its field, the title mentions it, and nothing typed is lost.</summary>
public sealed class RequiredFieldsTests(SiteHost site) : IClassFixture<SiteHost>
{
    public static TheoryData<string, string, string> Empty => new()
    {
        { "/request/topic?agency=SSA", "", "Code" },
        { "/request/who", "", "Input_HelpFor" },
        { "/request/who", "Input.HelpFor=SomeoneElse", "Input_Relation" },
        { "/request/who", "Input.HelpFor=Organization", "Input_OrganizationName" },
        { "/request/address", "", "Input_Line1 Input_City Input_State Input_Zip" },
        { "/request/address", "Input.Line1=1 Main St|Input.City=Here|Input.State=NY|Input.Zip=1234", "Input_Zip" },
        { "/request/story", "", "Input_WhatHappened Input_WhatYouWant" },
        { "/request/story", "Input.WhatHappened= |Input.WhatYouWant=\t", "Input_WhatHappened Input_WhatYouWant" },
        { "/request/urgency", "Input.DeadlineOn.Month=13|Input.DeadlineOn.Day=1|Input.DeadlineOn.Year=2027", "Input_DeadlineOn" },
        { "/request/contact", "", "Input_FirstName Input_LastName Input_BornOn Input_Email" },
        {
            "/request/contact",
            "Input.FirstName=Ana|Input.LastName=G|Input.Email=not an address|Input.BornOn.Month=2|Input.BornOn.Day=30|Input.BornOn.Year=1957",
            "Input_BornOn Input_Email"
        },
        {
            "/request/contact",
            "Input.FirstName=Ana|Input.LastName=G|Input.Phone=2125550188|Input.BornOn.Month=2|Input.BornOn.Day=3|Input.BornOn.Year=2957",
            "Input_BornOn"
        },
        {
            "/request/contact",
            "Input.FirstName=Ana|Input.LastName=G|Input.Phone=abc 12|Input.BornOn.Month=2|Input.BornOn.Day=3|Input.BornOn.Year=1957",
            "Input_Phone"
        },
        { "/request/save", "", "Email" },
        { "/request/return", "Email=nobody", "Email" },
        { "/status", "", "Input_Reference Input_Email" },
        { "/status", "Input.Reference=7KQ2M-XW94A|Input.Email=a@example.org", "Input_Reference" },
        { "/verify", "", "Upload" },
    };

    [Theory]
    [MemberData(nameof(Empty))]
    public async Task Errors_are_shown_at_their_fields(string path, string typed, string fields)
    {
        using var browser = site.Browser();
        var values = typed.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=', 2)).ToList();
        var english = await PostAsync(browser, path, values);
        Assert.Equal(fields.Split(' '), english.Errors.Select(e => e.Field));
        Assert.StartsWith("Error: ", english.Title, StringComparison.Ordinal);
        foreach (var (field, sentence) in english.Errors)
        {
            var target = english.Document.GetElementById(field);
            Assert.NotNull(target);
            Assert.Contains(sentence, (target.Closest(".usa-form-group--error") ?? target).TextContent, StringComparison.Ordinal);
        }

        foreach (var value in values)
            Assert.True(english.Form()[value[0]] == value[1], $"{value[0]} was lost");

        await browser.GetAsync("/language/es");
        var spanish = await PostAsync(browser, path, values);
        Assert.Equal(english.Errors.Select(e => e.Field), spanish.Errors.Select(e => e.Field));
        Assert.Empty(english.Errors.Intersect(spanish.Errors));
    }

    [Theory]
    [InlineData("/request/who", "Input.Relation", 100)]
    [InlineData("/request/who", "Input.OrganizationName", 128)]
    [InlineData("/request/address", "Input.Line1", 128)]
    [InlineData("/request/address", "Input.Line2", 128)]
    [InlineData("/request/address", "Input.City", 80)]
    [InlineData("/request/story", "Input.WhatHappened", 10_000)]
    [InlineData("/request/story", "Input.WhatYouWant", 10_000)]
    [InlineData("/request/story", "Input.OtherOfficeName", 128)]
    [InlineData("/request/urgency", "Input.DeadlineWhat", 300)]
    [InlineData("/request/contact", "Input.FirstName", 128)]
    [InlineData("/request/contact", "Input.LastName", 128)]
    [InlineData("/request/contact", "Input.OtherNames", 128)]
    [InlineData("/request/contact", "Input.BirthPlace", 128)]
    [InlineData("/request/contact", "Input.Phone", 40)]
    [InlineData("/request/contact", "Input.SpokenLanguage", 60)]
    [InlineData("/request/contact", "Input.ContactTimes", 200)]
    public async Task Text_that_is_too_long_is_reported_and_kept(string path, string field, int most)
    {
        using var browser = site.Browser();
        var text = new string('é', most + 1);
        var page = await (await browser.GetAsync(path)).Form().Fill(field, text).SendAsync();
        Assert.Contains(page.Errors, e => e.Field == field.Replace('.', '_') && e.Sentence.Replace(",", "", StringComparison.Ordinal).Contains($"{most + 1}", StringComparison.Ordinal));
        Assert.Equal(text, page.Form()[field]);

        // "Save and come back later" requires nothing, but doesn't truncate anything either.
        var later = await (await browser.GetAsync(path)).Form("Save and come back").Fill(field, text).SendAsync();
        Assert.Contains(later.Errors, e => e.Field == field.Replace('.', '_'));
    }

    [Fact]
    public async Task Helpers_must_say_who_they_are()
    {
        using var browser = site.Browser();
        var page = await browser.ToContactAsync(new() { HelpFor = "SomeoneElse" });
        page = await page.Form().SendAsync();
        Assert.Equal(
            ["Input_HelperFirstName", "Input_HelperLastName", "Input_HelperEmail", "Input_FirstName", "Input_LastName", "Input_BornOn"],
            page.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task Identity_numbers_are_validated()
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/request/topic?agency=SSA")).Form().Fill("Code", "ssa-missing-payment").SendAsync();
        page = await (await browser.GetAsync("/request/numbers")).Form().Fill("Input[0].Value", "12-34").Fill("Input[1].Value", new string('1', 31)).SendAsync();
        Assert.Equal(["Input_0__Value", "Input_1__Value"], page.Errors.Select(e => e.Field));
        Assert.Equal("12-34", page.Form()["Input[0].Value"]);
    }

    [Fact]
    public async Task Incomplete_requests_are_not_sent()
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/story")).Form("Save and come back").Fill("Input.WhatHappened", "Only this").SendAsync();
        var page = await (await browser.GetAsync("/request/check")).Form().SendAsync();
        Assert.Equal(["part-0", "part-2", "part-4", "part-5", "part-6", "part-7"], page.Is("/request/check").Errors.Select(e => e.Field));
        Assert.All(page.Errors, e => Assert.NotNull(page.Document.GetElementById(e.Field)));
        Assert.Contains("Only this", page.Text, StringComparison.Ordinal);
    }

    private static async Task<SitePage> PostAsync(SiteBrowser browser, string path, List<string[]> values)
    {
        var form = (await browser.GetAsync(path)).Form();
        foreach (var value in values)
            form.Fill(value[0], value[1]);
        return await form.SendAsync();
    }
}
