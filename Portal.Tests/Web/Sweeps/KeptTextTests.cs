using AngleSharp.Dom;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>Names, references, file names, and legal text are marked, so that a translating browser leaves them alone.</summary>
[Collection(nameof(SweptSite))]
public sealed class KeptTextTests(SiteWorld site)
{
    // Their content is no text of the page, or was typed by a person as one piece.
    private static readonly string[] NotShown = ["TITLE", "SCRIPT", "OPTION", "TEXTAREA", "STYLE"];

    [Theory]
    [InlineData("Anonymous")]
    [InlineData("Constituent")]
    [InlineData("Caseworker")]
    [InlineData("CaseworkManager")]
    [InlineData("Administrator")]
    public async Task No_page_shows_a_name_a_reference_or_a_file_name_unmarked(string role)
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        var kept = 0;
        foreach (var route in site.Routes().Where(r => r is not "/healthz" and not "/readyz" and not "/altcha"))
        {
            var page = await site.Visitors[role].GetAsync(site.AddressOf(route, site.Mine));
            string[] words =
                [site.Mine.Reference, site.Theirs.Reference, "Zenobia García", "Ana M. Núñez", "Núñez", "secret.png", "mine@example.org", "(212) 555-0100"];
            foreach (var text in page.Document.All.SelectMany(e => e.ChildNodes.OfType<IText>()))
            {
                if (text.ParentElement is not { } parent || NotShown.Contains(parent.TagName)
                    || words.FirstOrDefault(w => text.Data.Contains(w, StringComparison.Ordinal)) is not { } word)
                    continue;
                if (parent.Closest("[translate]")?.GetAttribute("translate") == "no")
                    kept++;
                else
                    wrong.Add($"{route}: {word} in {parent.TagName} {text.Data.Trim()}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(kept > 20, $"Only {kept} were found.");
    }

    [Theory]
    [InlineData("/release/{token}/read")]
    [InlineData("/release/{token}/done")]
    public async Task Legal_text_is_marked(string route)
    {
        var page = await site.Visitors["Constituent"].GetAsync(site.AddressOf(route, site.Mine));
        var articles = page.Document.QuerySelectorAll("article.document");
        Assert.All(articles, article => Assert.Equal("no", article.GetAttribute("translate")));
    }

    [Theory]
    [InlineData("en", "For {0}. It lets {1} share information with our office.", "For <span translate=\"no\">Grace Hill</span>. It lets <span translate=\"no\">the IRS</span> share information with our office.")]
    [InlineData("en", "{0} accepts only ink signatures. We've filled in the form for you to print.", "<span translate=\"no\">Grace Hill</span> accepts only ink signatures. We&#x27;ve filled in the form for you to print.")]
    [InlineData("es", "Your case {0}", "Su caso <span translate=\"no\">Grace Hill</span>")]
    public void A_sentence_keeps_its_names_and_stays_encoded(string language, string english, string html)
    {
        using var writer = new StringWriter();
        new KeptText(language)[english, "Grace Hill", "the IRS"].WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.Equal(html, writer.ToString());
    }

    [Fact]
    public void Names_are_encoded_and_dates_stay_free()
    {
        using var writer = new StringWriter();
        new KeptText("en")["Signed by {0} on {1}", "<b>Ana</b>\uE001", Portal.Domain.Platform.Text.Kept.Free("May 1")]
            .WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.Equal("Signed by <span translate=\"no\">&lt;b&gt;Ana&lt;/b&gt;</span> on May 1", writer.ToString());
    }

    [Fact]
    public async Task Emails_mark_codes_references_and_names_and_their_text_has_no_marks()
    {
        var mails = await site.MailsAsync();
        Assert.NotEmpty(mails);
        foreach (var mail in mails)
        {
            Assert.DoesNotContain(mail.Subject + mail.Text + mail.Html, c => c is >= '\uE000' and <= '\uE002');
            Assert.Contains("translate=\"no\"", mail.Html, StringComparison.Ordinal);
            if (mail.Text.Contains(site.Mine.Reference, StringComparison.Ordinal))
                Assert.Contains($"<span translate=\"no\">{site.Mine.Reference}</span>", mail.Html, StringComparison.Ordinal);
        }
    }
}
