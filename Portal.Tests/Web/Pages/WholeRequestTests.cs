using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>A whole request, page by page.</summary>
public sealed class WholeRequestTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Theory]
    [InlineData("en", "Me", "We got your request")]
    [InlineData("en", "SomeoneElse", "We got your request")]
    [InlineData("en", "Organization", "We got your request")]
    [InlineData("es", "Me", "Recibimos su solicitud")]
    [InlineData("es", "SomeoneElse", "Recibimos su solicitud")]
    [InlineData("es", "Organization", "Recibimos su solicitud")]
    public async Task A_complete_request_is_acknowledged(string language, string helpFor, string heading)
    {
        var answers = new SiteAnswers
        {
            Language = language,
            HelpFor = helpFor,
            Email = $"{language}.{helpFor}@example.org",
            HelperEmail = $"helper.{language}@example.org"
        };
        using var browser = site.Browser();
        var done = await browser.AskForHelpAsync(answers);

        Assert.Equal(language, done.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, done.Heading);
        var @case = await site.ReadAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Reference == done.Reference()));
        Assert.Equal((language, helpFor == "SomeoneElse", CaseStatus.Received), (@case.Language, @case.HelperWrites, @case.Status));
        var writer = helpFor == "SomeoneElse" ? answers.HelperEmail : answers.Email;
        var mail = Assert.Single(await site.MailsAsync(), m => m.To == writer);
        Assert.Equal(language, mail.Language);
        Assert.Contains(@case.Reference, mail.Text, StringComparison.Ordinal);
    }
}
