using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Mail;

public sealed class SendTestMailTests
{
    [Theory, OnBoth]
    public async Task A_test_email_is_sent_immediately_and_recorded_without_the_address(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var olga = await office.Given.Staff(StaffRole.Administrator, "Olga");
        var trial = await office.TryAsync<SendTestMail>(o => o.ExecuteAsync(new("olga@example.gov", "es"), olga, default));
        trial.Did("EmailTested");
        var tried = Assert.IsType<SendTestMail.Tried>(trial.Outcome);
        Assert.Null(tried.Failure);
        var mail = Assert.Single(office.Mail.Sent);
        Assert.Equal(("olga@example.gov", tried.MailId.ToString("N")), (mail.To, mail.Id));
        Assert.StartsWith("Correo electrónico de prueba: ", mail.Subject, StringComparison.Ordinal);
        Assert.Equal($$"""{"mailId":"{{tried.MailId}}"}""", Assert.Single(trial.Entries).Payload);
    }

    [Theory, OnBoth]
    public async Task A_failure_is_reported_and_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var olga = await office.Given.Staff(StaffRole.Administrator, "Olga");
        office.Mail.Refuses = "nobody@example.org";
        var trial = await office.TryAsync<SendTestMail>(o => o.ExecuteAsync(new("nobody@example.org", "en"), olga, default));
        trial.Did("EmailTested");
        Assert.Equal(MailFailureKind.RecipientRefused, Assert.IsType<SendTestMail.Tried>(trial.Outcome).Failure!.Kind);
        var entry = Assert.Single(trial.Entries);
        Assert.Contains("\"failure\":\"RecipientRefused\"", entry.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", entry.Payload, StringComparison.Ordinal);
        office.Mail.Shut = true;
        trial = await office.TryAsync<SendTestMail>(o => o.ExecuteAsync(new("olga@example.gov", "en"), olga, default));
        Assert.Contains("The post office is shut.", Assert.IsType<SendTestMail.Tried>(trial.Outcome).Failure!.Sentence("en"), StringComparison.Ordinal);
    }
}
