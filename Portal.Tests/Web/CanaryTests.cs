using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;

namespace Portal.Tests.Web;

/// <summary>A Social Security number goes through the whole site and must not be stored in plain text anywhere.</summary>
public sealed class CanaryTests(CanaryTests.Talkative site) : IClassFixture<CanaryTests.Talkative>
{
    /// <summary>A site that logs everything it can.</summary>
    public sealed class Talkative : SiteHost
    {
        protected override LogLevel LogsFrom => LogLevel.Trace;
    }

    private const string Number = "219-09-9999";
    private static readonly string[] Spellings = [Number, "219099999", "219 09 9999"];

    [Fact]
    public async Task A_canary_number_is_stored_nowhere_in_plain_text()
    {
        using var browser = site.Browser();
        var answers = new SiteAnswers
        {
            Email = "canary@example.org",
            Questions = new Dictionary<string, string> { ["ssn"] = Number, ["claimNumber"] = "219099999A" }
        };
        var check = await browser.ToCheckAsync(answers);
        Shows(check, "the check page");
        var done = await check.Form().SendAsync();
        var release = (await site.ReadAsync(db => db.Set<PrivacyRelease>().AsNoTracking().ToListAsync())).Single(r => r.SignerEmail == "canary@example.org");
        (await browser.SignAsync("/release/" + release.LinkToken, answers.FullName, Number)).Is("/release/");
        Shows(await browser.GetAsync("/status/case"), "the status page");
        Shows(await browser.GetAsync("/request/mine"), "what I typed");

        // Staff see the number only after they reveal it.
        var (worker, actor) = await site.StaffAsync(StaffRole.Caseworker);
        var @case = (await site.ReadAsync(db => db.Set<Case>().AsNoTracking().ToListAsync())).Single(c => c.ContactEmail == "canary@example.org");
        Shows(await worker.GetAsync("/office/cases/" + @case.Reference), "the case page");
        var revealed = await site.WithAsync<RevealIdentifier, Outcome>(o => o.ExecuteAsync(new(@case.Id, "Ssn"), actor, default));
        Assert.Equal(Number, Assert.IsType<RevealIdentifier.Revealed>(revealed).Value);

        await site.MailsAsync();
        await site.WithAsync<SealActivityJob, int>(job => job.RunAsync(default));
        foreach (var spelling in Spellings)
        {
            Assert.DoesNotContain(spelling, site.Log.All, StringComparison.Ordinal);
            foreach (var path in Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories))
                Assert.False(await SiteFile.HoldsAsync(path, spelling), $"{Path.GetRelativePath(site.Folder, path)} holds {spelling}");
            Assert.False(await site.ReadAsync(db => db.Set<ActivityEntry>().AnyAsync(a => a.Payload.Contains(spelling))), "the activity record");
        }

        Assert.NotEqual("", done.Reference());
    }

    [Fact]
    public async Task An_erased_number_leaves_no_trace()
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/topic?agency=SSA")).Form().Fill("Code", "ssa-wrong-amount").SendAsync();
        await (await browser.GetAsync("/request/numbers")).Form().Fill("Input[0].Value", "987-65-4329").SendAsync();
        await (await browser.GetAsync("/request/save")).PressAsync("Delete everything I typed");
        await site.ReadAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        foreach (var path in Directory.EnumerateFiles(site.Folder, "portal.db*"))
            Assert.False(await SiteFile.HoldsAsync(path, "987-65-4329"), path);
    }

    private static void Shows(SitePage page, string where) =>
        Assert.All(Spellings, s => Assert.False(page.Html.Contains(s, StringComparison.Ordinal), $"{where} shows {s}"));
}
