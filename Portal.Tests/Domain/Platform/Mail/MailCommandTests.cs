using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Tests.Web.Commands;

namespace Portal.Tests.Domain.Platform.Mail;

/// <summary>The command line with a real mail server: the test email, and what the doctor command reports.</summary>
public sealed class MailCommandTests(SmtpProcess servers) : IClassFixture<SmtpProcess>
{
    [Fact]
    public async Task A_test_email_arrives_or_the_command_says_why_not()
    {
        using var run = new CommandRun();
        await run.DoAsync("setup", "--chamber", "House", "--member", "Ana Núñez", "--state", "NY", "--district", "12");
        var server = await servers.ListenAsync();
        string[] settings =
        [
            "--Portal:Mail:Host=localhost", $"--Portal:Mail:Port={server.Port}", "--Portal:Mail:UserName=portal", "--Portal:Mail:Password=geheim",
            $"--Portal:Mail:TrustedCertificates={servers.Authority}"
        ];

        var said = await run.DoAsync(["mail", "test", "ana@example.org", .. settings]);
        Assert.StartsWith($"localhost:{server.Port} accepted the test email.", said, StringComparison.Ordinal);
        var got = await server.NextAsync();
        Assert.Equal(["ana@example.org"], got.To);
        Assert.Contains(got.EnvelopeId!, said, StringComparison.Ordinal);

        Assert.Equal(
            (1, "The email server refused the recipient: “550 <nobody@example.org> unknown here”.\n"),
            await FailureAsync("nobody@example.org", settings));
        Assert.StartsWith(
            "The email server didn't accept our sign-in: “535",
            (await FailureAsync("ana@example.org", [.. settings, "--Portal:Mail:Password=wrong"])).Error,
            StringComparison.Ordinal);
        Assert.Contains(
            $"OK       The email server localhost:{server.Port} answers and accepts our sign-in.",
            (await run.RunAsync(["doctor", .. settings])).Output,
            StringComparison.Ordinal);
        Assert.Contains(
            "PROBLEM  This server doesn't trust the authority that issued the certificate of localhost",
            (await run.RunAsync(["doctor", .. settings[..^1]])).Output,
            StringComparison.Ordinal);

        await using var db = DatabaseSettings.File(Path.Combine(run.Data, "portal.db")).Open();
        var recorded = await db.Set<ActivityEntry>().Where(a => a.EventName == "EmailTested").Select(a => a.Payload).ToListAsync();
        Assert.Equal(3, recorded.Count);
        Assert.DoesNotContain(recorded, payload => payload.Contains("example.org", StringComparison.Ordinal));

        async Task<(int Code, string Error)> FailureAsync(string to, string[] with)
        {
            var (code, _, error) = await run.RunAsync(["mail", "test", to, .. with]);
            return (code, error);
        }
    }
}
