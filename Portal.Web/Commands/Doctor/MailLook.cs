using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using Portal.Domain.Platform.Mail;
using Portal.Web.Hosting;

namespace Portal.Web.Commands.Doctor;

/// <summary>Whether mail can leave: settings, and a server that answers. Nothing is sent.</summary>
internal static class MailLook
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var mail = services.Settings.Mail;
        if (string.IsNullOrWhiteSpace(mail.Host))
        {
            yield return services.Get<IHostEnvironment>().IsDevelopment()
                ? Finding.Fine($"Mails are written to {services.Settings.In("mail")}, as is usual in Development.")
                : Finding.Problem("No mail server is set (Portal:Mail:Host). Constituents would get no codes and no news.");
            yield break;
        }

        if (new SmtpSettings(mail.Host, mail.Port, mail.StartTls, mail.UserName, mail.Password).Problem is { } problem)
        {
            yield return Finding.Problem(problem);
            yield break;
        }

        yield return await GreetingAsync(mail, cancellation) switch
        {
            { } greeting when greeting.StartsWith("220", StringComparison.Ordinal) => Finding.Fine($"The mail server {mail.Host}:{mail.Port} answers."),
            "" => Finding.Problem($"The mail server {mail.Host}:{mail.Port} does not greet. Is this the port for STARTTLS (587)?"),
            var other => Finding.Problem($"The mail server {mail.Host}:{mail.Port} cannot be used: {other}"),
        };
        if (mail.From.EndsWith("@localhost", StringComparison.OrdinalIgnoreCase))
            yield return Finding.Problem("Mails would come from an address nobody can answer. Set Portal:Mail:From.");
        if (!mail.StartTls)
            yield return Finding.Problem("Mails leave without encryption. Set Portal:Mail:StartTls to true, unless the mail server is on this machine.");
    }

    private static async Task<string> GreetingAsync(PortalSettings.MailSection mail, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(mail.Host!, mail.Port, limit.Token);
            var line = new byte[256];
            var read = await client.GetStream().ReadAsync(line, limit.Token);
            return Encoding.ASCII.GetString(line, 0, read).Split('\r')[0];
        }
        catch (SocketException unreachable)
        {
            return unreachable.Message;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "";
        }
    }
}
