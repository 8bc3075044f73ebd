using Portal.Domain.Districts;
using Portal.Domain.Offices;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>A Spanish page, email or letter names the office in Spanish.</summary>
public sealed class SpanishTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task Pages_name_the_member_in_the_language_of_the_reader()
    {
        using var browser = site.Browser();
        await browser.GetAsync("/language/es");
        var page = await browser.GetAsync("/");
        var text = page.Document.DocumentElement.TextContent;
        Assert.Contains("Representante Ana M. Núñez", text, StringComparison.Ordinal);
        Assert.Contains("Oficina de Ana M. Núñez", page.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("Office of", text, StringComparison.Ordinal);
        await browser.GetAsync("/language/en");
        Assert.Contains("Office of Representative Ana M. Núñez", (await browser.GetAsync("/")).Document.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emails_name_the_member_in_the_language_of_the_reader()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "hola@example.org", Language = "es" });
        var mail = (await site.MailsAsync()).Single(m => m.To == "hola@example.org");
        Assert.Equal("Representante Ana M. Núñez", mail.FromName);
        Assert.Contains("Representante Ana M. Núñez", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Representative", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chamber.House, "NY", "Representative X", "Representante X")]
    [InlineData(Chamber.Senate, "NY", "Senator X", "Senador o senadora X")]
    [InlineData(Chamber.House, "PR", "Resident Commissioner X", "Comisionado o comisionada residente X")]
    public void The_title_of_the_member_follows_the_language(Chamber chamber, string state, string english, string spanish)
    {
        var office = new Portal.Domain.Offices.Office { Chamber = chamber, State = state, MemberFullName = "X" };
        Assert.Equal((english, spanish), (office.MemberNameIn("en"), office.MemberNameIn("es")));
    }
}
