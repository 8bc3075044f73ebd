using Portal.Domain.Platform.Mail;

namespace Portal.Tests.Domain.Mail;

/// <summary>Failures as sentences, for the command line, the Settings page, the doctor command and the Jobs page.</summary>
public sealed class MailFailureTests
{
    public static TheoryData<MailFailureKind> Kinds => [.. Enum.GetValues<MailFailureKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_its_own_sentence_in_both_languages_and_survives_a_round_trip(MailFailureKind kind)
    {
        var failure = new MailFailure(kind, "550 a: b");
        var (english, spanish) = (failure.Sentence("en"), failure.Sentence("es"));
        Assert.NotEqual(english, spanish);
        Assert.All(new[] { english, spanish }, s => Assert.DoesNotContain("{0}", s, StringComparison.Ordinal));
        Assert.Equal(failure, MailFailure.Read(failure.ToString()));
    }

    [Fact]
    public void No_two_kinds_share_a_sentence() =>
        Assert.Equal(
            Enum.GetValues<MailFailureKind>().Length,
            Enum.GetValues<MailFailureKind>().Select(k => new MailFailure(k).Sentence("en")).Distinct().Count());

    [Theory]
    [InlineData(MailFailureKind.HostNotFound, "mail.example.gov", "There's no server named mail.example.gov. Check the setting Portal:Mail:Host.")]
    [InlineData(
        MailFailureKind.ConnectionRefused,
        "mail.example.gov:587",
        "mail.example.gov:587 refused the connection. Check the setting Portal:Mail:Port and the firewall.")]
    [InlineData(MailFailureKind.RecipientRefused, "550 unknown", "The email server refused the recipient: “550 unknown”.")]
    public void A_sentence_says_what_failed_and_what_to_do(MailFailureKind kind, string detail, string sentence) =>
        Assert.Equal(sentence, new MailFailure(kind, detail).Sentence("en"));

    [Fact]
    public void An_error_stored_by_another_version_is_shown_unchanged() =>
        Assert.StartsWith(
            "Something went wrong: “SmtpException: Failure sending mail. out of ink”.",
            MailFailure.Read("SmtpException: Failure sending mail. out of ink").Sentence("en"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("", 587, MailSecurity.StartTls, null, null, "MissingSetting: Portal:Mail:Host")]
    [InlineData("mail.example.gov", 0, MailSecurity.StartTls, null, null, "BadSetting: Portal:Mail:Port")]
    [InlineData("mail.example.gov", 25, MailSecurity.None, null, null, "PlainNotAllowed: mail.example.gov")]
    [InlineData("10.1.2.3", 25, MailSecurity.None, null, null, "PlainNotAllowed: 10.1.2.3")]
    [InlineData("localhost", 25, MailSecurity.None, null, null, null)]
    [InlineData("::1", 25, MailSecurity.None, null, null, null)]
    [InlineData("mail.example.gov", 587, MailSecurity.StartTls, "portal", null, "MissingSetting: Portal:Mail:Password")]
    [InlineData("mail.example.gov", 587, MailSecurity.StartTls, null, "hush", "MissingSetting: Portal:Mail:UserName")]
    [InlineData("mail.example.gov", 465, MailSecurity.Tls, "portal", "hush", null)]
    public void Settings_that_cannot_work_are_reported(string host, int port, MailSecurity security, string? user, string? password, string? problem)
    {
        var settings = new MailServerSettings(host, port, security) { UserName = user, Password = password };
        Assert.Equal(problem, settings.Problem?.ToString());
        Assert.DoesNotContain("hush", $"{settings} {settings.Setup}", StringComparison.Ordinal);
    }
}
