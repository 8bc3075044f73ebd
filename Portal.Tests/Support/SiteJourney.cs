namespace Portal.Tests.Support;

/// <summary>Goes through the public pages as people do: page by page, using the forms on them.</summary>
public static class SiteJourney
{
    /// <summary>From the first page to the check page.</summary>
    public static async Task<SitePage> ToCheckAsync(this SiteBrowser browser, SiteAnswers answers)
    {
        var page = await ToContactAsync(browser, answers);
        page = await NumbersAsync(await Contact(page, answers).SendAsync(), answers);
        return (await page.Is("/request/documents").Form().SendAsync()).Is("/request/check");
    }

    /// <summary>A whole request, sent.</summary>
    public static async Task<SitePage> AskForHelpAsync(this SiteBrowser browser, SiteAnswers? answers = null) =>
        (await (await browser.ToCheckAsync(answers ?? new())).Form().SendAsync()).Is("/request/done");

    /// <summary>The reference on the confirmation page.</summary>
    public static string Reference(this SitePage done) => done.Document.QuerySelector(".confirmation__reference")!.TextContent.Trim();

    public static async Task<SitePage> ToContactAsync(this SiteBrowser browser, SiteAnswers answers)
    {
        if (answers.Language != "en")
            await browser.GetAsync($"/language/{answers.Language}");
        var page = await (await browser.GetAsync("/request")).Form().SendAsync();
        page = await TopicAsync(page.Is("/request/topic"), answers);
        var who = page.Is("/request/who").Form().Fill("Input.HelpFor", answers.HelpFor);
        if (answers.HelpFor == "SomeoneElse")
            who.Fill("Input.Relation", "Daughter");
        if (answers.HelpFor == "Organization")
            who.Fill("Input.OrganizationName", "Broadway Bakery");
        page = await who.SendAsync();
        if (answers.HelpFor == "SomeoneElse")
            page = await Signing(page, answers).SendAsync();
        page = await Address(page, answers).SendAsync();
        if (page.Path.StartsWith("/request/residency", StringComparison.Ordinal))
            page = await page.Form().SendAsync();
        page = await page.Is("/request/story").Form().Fill("Input.WhatHappened", answers.Happened).Fill("Input.WhatYouWant", answers.Want).SendAsync();
        return (await page.Is("/request/urgency").Form().SendAsync()).Is("/request/contact");
    }

    public static SiteForm Signing(SitePage page, SiteAnswers answers) => page.Is("/request/signing").Form().Fill("Input.Answer", answers.CanSign)
        .Fill("Input.By", answers.SignsBy).Fill("Input.SignerName", answers.SignerName).Fill("Input.SignerEmail", answers.SignerEmail);

    public static SiteForm Address(SitePage page, SiteAnswers answers) => page.Is("/request/address").Form()
        .Fill("Input.Line1", "500 Broadway").Fill("Input.City", "New York").Fill("Input.State", answers.State).Fill("Input.Zip", answers.Zip);

    public static SiteForm Contact(SitePage page, SiteAnswers answers)
    {
        var form = page.Is("/request/contact").Form().Fill("Input.FirstName", answers.FirstName).Fill("Input.LastName", answers.LastName)
            .Fill("Input.Email", answers.Email).Fill("Input.Language", answers.Language);
        if (answers.HelpFor == "SomeoneElse")
            form.Fill("Input.HelperFirstName", "Luz").Fill("Input.HelperLastName", "Ortiz").Fill("Input.HelperEmail", answers.HelperEmail);
        if (answers.HelpFor != "Organization")
            form.Fill("Input.BornOn.Month", "4").Fill("Input.BornOn.Day", "9").Fill("Input.BornOn.Year", answers.BornIn);
        return form;
    }

    /// <summary>From the release's first page to the signature.</summary>
    public static async Task<SitePage> SignAsync(this SiteBrowser browser, string link, string name, string number = "219-09-9999")
    {
        var page = await browser.GetAsync(link);
        var details = page.Is(link + "/details").Form();
        if (details.Has("Numbers[0].Value"))
            details.Fill("Numbers[0].Value", number);
        page = await (await details.SendAsync()).Is(link + "/signer").Form().SendAsync();
        return await page.Is(link + "/read").Form().Fill("Agreed", "true").Fill("TypedName", name).SendAsync();
    }

    /// <summary>The sealed copy, downloaded with the button on its page.</summary>
    public static async Task<byte[]> CopyAsync(this SiteBrowser browser, string link, string button = "Download your copy (PDF)")
    {
        var form = (await browser.GetAsync(link + "/done")).Form(button);
        using var response = await browser.AskAsync(HttpMethod.Post, form.Target, form.Content());
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Past the details and the signing method, to the document or the printable form.</summary>
    public static async Task<SitePage> ToDocumentAsync(this SiteBrowser browser, string link, Action<SiteForm>? details = null, Action<SiteForm>? signer = null)
    {
        var form = (await browser.GetAsync(link)).Is(link + "/details").Form();
        details?.Invoke(form);
        form = (await form.SendAsync()).Is(link + "/signer").Form();
        signer?.Invoke(form);
        return await form.SendAsync();
    }

    /// <summary>Opens a case's status page with the reference, email address and emailed code.</summary>
    public static async Task<SitePage> OpenStatusAsync(this SiteBrowser browser, SiteHost site, string reference, string email)
    {
        var page = await (await browser.GetAsync("/status")).Form().Fill("Input.Reference", reference).Fill("Input.Email", email).SendAsync();
        return (await page.Is("/status/code/").Form().Fill("Code", await site.CodeForAsync(email)).SendAsync()).Is("/status/case");
    }

    private static async Task<SitePage> TopicAsync(SitePage page, SiteAnswers answers)
    {
        if (answers.Topic is not { } topic)
            return await page.Form("I'm not sure").SendAsync();
        var agency = topic.Split('-')[0].ToUpperInvariant();
        page = await page.Browser.GetAsync("/request/topic?agency=" + agency);
        page = await page.Form().Fill("Code", topic).SendAsync();
        if (!page.Path.StartsWith("/request/questions", StringComparison.Ordinal))
            return page;
        return await AnswerAsync(page, answers);
    }

    /// <summary>Past the ID numbers, if the topic needs any.</summary>
    public static Task<SitePage> NumbersAsync(SitePage page, SiteAnswers answers) =>
        page.Path.StartsWith("/request/numbers", StringComparison.Ordinal) ? AnswerAsync(page, answers) : Task.FromResult(page);

    private static Task<SitePage> AnswerAsync(SitePage page, SiteAnswers answers)
    {
        var form = page.Form();
        for (var i = 0; form.Has($"Input[{i}].Id"); i++)
            if (answers.Questions.TryGetValue(form[$"Input[{i}].Id"], out var answer))
                form.Fill($"Input[{i}].Value", answer);
        return form.SendAsync();
    }
}
