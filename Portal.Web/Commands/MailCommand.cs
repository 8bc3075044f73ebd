using System.CommandLine;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Mail;

namespace Portal.Web.Commands;

/// <summary>Tests whether email can be sent.</summary>
internal static class MailCommand
{
    private static readonly Argument<string> Address = new("address") { Description = "Where to send the test" };

    public static Command Create(string[] settings)
    {
        var test = new Command("test", "Send a test email right away. If it can't be sent, says why and exits with 1.") { Address };
        test.Validators.Add(result =>
        {
            if (result.GetResult(Address) is { Tokens: [{ Value: var typed }] } && !EmailAddress.TryParse(typed, out _))
                result.AddError("Enter an email address, such as name@example.gov.");
        });
        test.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.ReadyAsync(settings, cancellation);
            var outcome = await services.Get<SendTestMail>().ExecuteAsync(new(result.GetRequiredValue(Address), "en"), CommandServices.Actor, cancellation);
            var tried = outcome as SendTestMail.Tried ?? throw new InvalidOperationException(outcome.ToString());
            if (tried.Failure is { } failure)
                throw new CommandFailure(failure.Sentence("en"));
            await result.InvocationConfiguration.Output.WriteLineAsync(
                $"{services.Get<MailSetup>().Where} accepted the test email. Its Message-ID begins with {tried.MailId:N}.");
            return 0;
        });
        return new Command("mail", "The office's outgoing email.") { test };
    }
}
