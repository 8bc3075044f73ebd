using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Activity;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>The same words go into every text field and file name of every form about a case, and lie nowhere in the clear.</summary>
public sealed partial class CanarySweepTests(SiteWorld site) : IClassFixture<SiteWorld>
{
    private const string Words = "quokkafeld 219-09-9999";

    // What people gave when they asked for help and signed, as SiteWorld and SiteAnswers type it.
    private static readonly string[] Given = [SiteWorld.Story, "Zenobia", "mine@example.org", "secret.png"];

    // What ends something comes last.
    private static readonly string[] Endings = ["/close", "/decline", "/refer", "/withdraw", "/end", "/response", "/assign"];

    private readonly List<string> _answers = [];

    [Fact]
    public async Task What_anyone_types_about_a_case_is_stored_nowhere_in_the_clear()
    {
        await SendAllAsync("Administrator", route => route.StartsWith("/office/cases/", StringComparison.Ordinal) || route.StartsWith("/office/releases", StringComparison.Ordinal));
        await (await site.Visitors["Constituent"].GetAsync("/status/case")).Form("Add this file")
            .Attach("Upload", Words + ".pdf", Domain.Paper.Inspection.Sample.PlainPdf("% canary\n")).SendAsync();
        await SendAllAsync("Constituent", route => route.StartsWith("/status", StringComparison.OrdinalIgnoreCase) || route.StartsWith("/release/{", StringComparison.OrdinalIgnoreCase));
        await site.MailsAsync();
        await site.WithAsync<SealActivityJob, int>(job => job.RunAsync(default));

        var missing = await KindsWithoutAsync();
        Assert.True(missing.Count == 0, $"Not written: {string.Join(", ", missing)}. Posted: {string.Join("; ", _answers)}");
        var files = Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories).ToList();
        foreach (var path in files)
            foreach (var words in InMail(path) ? [Words] : Given.Append(Words))
                Assert.False(await SiteFile.HoldsAsync(path, words), $"{Path.GetRelativePath(site.Folder, path)} holds “{words}”");
        Assert.Contains(files, f => f.EndsWith("portal.db", StringComparison.Ordinal));
    }

    private async Task SendAllAsync(string who, Func<string, bool> isSwept)
    {
        var addresses = site.PostHandlers().Where(h => isSwept(h.Route)).Select(h => site.AddressOf(h.Route, site.Mine)).Distinct()
            .OrderBy(a => Endings.Any(e => a.Contains(e, StringComparison.OrdinalIgnoreCase)));
        var token = await site.TokenAsync(who);
        foreach (var address in addresses)
            // Each form is read anew, because the one before may have changed the case.
            for (var i = 0; (await site.Visitors[who].FormsAsync([address])).ElementAtOrDefault(i) is { } form; i++)
                if (isSwept(site.HandlerOf(form.Address).Route))
                {
                    using var answer = await site.Visitors[who].AskAsync(HttpMethod.Post, form.Address, Soon(form.FillText(Words)).WithToken(token).Content());
                    _answers.Add($"{form.Address} {(int)answer.StatusCode} {Refusals(await answer.Content.ReadAsStringAsync())}");
                }
    }

    private static string Refusals(string page) => string.Join(" ", ErrorLine().Matches(page).Select(m => m.Groups[1].Value.Trim()));

    [GeneratedRegex("<li><a href=\"#[^>]*>([^<]+)<")]
    private static partial Regex ErrorLine();

    // What we ask for is due in the future, as is a deadline; the other dates that pages suggest are kept. An answer is saved without
    // filing a letter first.
    private SiteForm Soon(SiteForm form)
    {
        foreach (var (field, days) in new[] { ("DueOn", 9), ("Input.OtherDay", 9), ("Input.DatedOn", -1) }.Where(f => form.Has($"{f.Item1}.Year")))
        {
            var day = site.Clock.GetUtcNow().AddDays(days);
            form.Fill($"{field}.Year", $"{day.Year}").Fill($"{field}.Month", $"{day.Month}").Fill($"{field}.Day", $"{day.Day}");
        }

        return form.Has("Input.OtherDay.Year") && form.Has("Upload") && form.Button.StartsWith("Save", StringComparison.Ordinal) ? form.Detach("Upload") : form;
    }

    // The sweep proves something only for what it really wrote.
    private async Task<IReadOnlyList<string>> KindsWithoutAsync()
    {
        var written = new Dictionary<string, bool>
        {
            ["message of the constituent"] = (await AllAsync<Message>()).Any(m => Has(m.Body) && m.AuthorId is null),
            ["message of staff"] = (await AllAsync<Message>()).Any(m => Has(m.Body) && m.AuthorId is not null),
            ["note"] = (await AllAsync<CaseNote>()).Any(n => Has(n.Body)),
            ["what we asked for"] = (await AllAsync<InformationRequest>()).Any(r => Has(r.What)),
            ["inquiry"] = (await AllAsync<AgencyInquiry>()).Any(i => Has(i.Summary)),
            ["answer"] = (await AllAsync<AgencyResponse>()).Any(r => Has(r.Summary)),
            ["follow-up"] = (await AllAsync<InquiryFollowUp>()).Any(f => Has(f.Body)),
            ["file name"] = (await AllAsync<Document>()).Any(d => d.FileName.Text.Contains("quokkafeld", StringComparison.Ordinal)),
        };
        _answers.AddRange((await AllAsync<Document>()).Select(d => $"file {d.FileName}"));
        return [.. written.Where(w => !w.Value).Select(w => w.Key)];
    }

    private Task<List<T>> AllAsync<T>()
        where T : class => site.ReadAsync(db => db.Set<T>().AsNoTracking().ToListAsync());

    private static bool Has(string text) => text.Contains(Words, StringComparison.Ordinal);

    // Development writes mail to a folder, addressed as mail has to be.
    private bool InMail(string path) => path.StartsWith(Path.Combine(site.Folder, "mail"), StringComparison.Ordinal);
}
