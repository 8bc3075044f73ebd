using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>
/// Every page without parameters that someone can open, and the states of a case and a request, in Spanish: no English sentence is on
/// any of them. Names and what people typed are marked with <c>translate="no"</c>, legal text in another language with <c>lang</c>.
/// </summary>
public sealed partial class SpanishSweepTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task No_public_page_holds_an_English_sentence()
    {
        using var browser = site.Browser();
        await browser.GetAsync("/language/es");
        var problems = new List<string>();
        foreach (var path in RoleTable.OpenTo("Anonymous").Where(p => !p.Contains('.', StringComparison.Ordinal)))
            problems.AddRange(English(await browser.GetAsync(path)));
        Assert.Empty(problems.Distinct());
    }

    // Hangfire's own dashboard, and the activity record, whose events are shown as they were recorded.
    private static readonly string[] NotForReading = ["/office/jobs/engine", "/office/activity"];

    [Fact]
    public async Task No_office_page_holds_an_English_sentence()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Administrator, "Elena");
        await browser.GetAsync("/language/es");
        var problems = new List<string>();
        foreach (var path in RoleTable.OpenTo("Administrator").Where(p => p.StartsWith("/office", StringComparison.Ordinal) && !NotForReading.Any(p.StartsWith)))
            problems.AddRange(English(await browser.GetAsync(path)));
        Assert.Empty(problems.Distinct());
    }

    [Theory]
    [InlineData("ssa-missing-payment")]
    [InlineData("uscis-green-card")]
    [InlineData("ssa-disability-review")]
    [InlineData("cms-medicare-claim")]
    [InlineData("dod-army-pay")]
    public async Task No_step_of_a_request_and_no_page_of_its_case_holds_an_English_sentence(string topic)
    {
        using var browser = site.Browser();
        var problems = new List<string>();
        var answers = new SiteAnswers { Topic = topic, Language = "es", Email = $"{topic}@example.org", Happened = "No llegó.", Want = "Que llegue." };
        var done = await browser.AskForHelpAsync(answers);
        problems.AddRange(English(done));
        foreach (var path in (string[])["/status/case", "/status/contact", "/status/close"])
            problems.AddRange(English(await browser.GetAsync(path)));
        if (done.Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).FirstOrDefault(h => h?.StartsWith("/release/", StringComparison.Ordinal) == true) is { } link)
            foreach (var page in (string[])["", "/details", "/signer", "/read", "/paper"])
                problems.AddRange(English(await browser.GetAsync(link + page)));
        Assert.Empty(problems.Distinct());
    }

    [Theory]
    [InlineData("We still need a privacy release for you.", true)]
    [InlineData("Todavía necesitamos su autorización.", false)]
    [InlineData("Choose File", true)]
    [InlineData("Oficina de la representante", false)]
    public void An_English_sentence_is_noticed(string text, bool english) => Assert.Equal(english, IsEnglish(text));

    private static IEnumerable<string> English(SitePage page)
    {
        // Health checks and the like aren't pages.
        if (page.Document.DocumentElement.GetAttribute("lang") is not { } language)
            return [];
        Assert.Equal("es", language);
        return page.Document.Body!.Descendants<IText>()
            .Where(t => t.ParentElement is { } parent && parent.Closest("[translate=no], [lang=en], script, style, noscript, textarea") is null)
            .Select(t => Space().Replace(t.Text, " ").Trim()).Where(IsEnglish).Select(t => $"{page.Path}: {t}");
    }

    // Words that no Spanish sentence has; one is enough for a label, since a label has no more.
    private static bool IsEnglish(string text) => EnglishWord().IsMatch(InParentheses().Replace(text, ""));

    [GeneratedRegex(@"\b(the|and|your|you|with|this|that|from|for|of|is|are|was|isn't|don't|we|our|choose|please|file|sign|need|it's|can't)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();

    // Official names stand in parentheses behind their translation.
    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex InParentheses();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
