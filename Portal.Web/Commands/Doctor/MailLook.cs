using System.Runtime.CompilerServices;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Mail.Incoming;

namespace Portal.Web.Commands.Doctor;

/// <summary>Checks the email settings, the encryption, and whether the server accepts our sign-in. Sends nothing.</summary>
internal static class MailLook
{
    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var setup = services.Get<MailSetup>();
        if (setup.Security is null)
        {
            yield return Finding.Fine($"Emails are written to {setup.Where} (Development).");
            yield break;
        }

        if (setup.Where.Length == 0)
        {
            yield return Finding.Problem("No email server is set (Portal:Mail:Host). Constituents would get no codes and no news.");
            yield break;
        }

        yield return await FailureAsync(services.Get<IMailServer>(), cancellation) is { } failure
            ? Finding.Problem(failure.Sentence("en"))
            : Finding.Fine($"The email server {setup.Where} answers{(setup.SignIn == MailSignIn.None ? "" : " and accepts our sign-in")}.");
        if (services.Get<IOfficeMailbox>() is { IsSetUp: true } mailbox)
            yield return await MailboxFailureAsync(mailbox, cancellation) is { } shut
                ? Finding.Problem(shut.Sentence("en"))
                : Finding.Fine($"We can open the mailbox on {mailbox.Setup.Where}.");
        if (!services.Settings.Mail.HasRealSender)
            yield return Finding.Problem("Emails would come from an address no one can reply to. Set Portal:Mail:From.");
    }

    private static async Task<MailFailure?> MailboxFailureAsync(IOfficeMailbox mailbox, CancellationToken cancellation)
    {
        try
        {
            await using var open = await mailbox.OpenAsync(cancellation);
            return null;
        }
        catch (MailException shut)
        {
            return shut.Failure;
        }
    }

    private static async Task<MailFailure?> FailureAsync(IMailServer server, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await server.ConnectAsync(cancellation);
            return null;
        }
        catch (MailException down)
        {
            return down.Failure;
        }
    }
}
