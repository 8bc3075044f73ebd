using Portal.Domain.Constituents;
using Portal.Domain.Platform.Mail;

namespace Portal.Web.Hosting;

/// <summary>How email is sent, from configuration (<c>Portal:Mail:…</c>). In Development, an empty host means a folder.</summary>
public sealed class MailSettings : MailAccount
{
    private const int SubmissionPort = 587;
    private const int ImplicitTlsPort = 465;

    /// <summary>Sending over STARTTLS.</summary>
    public MailSettings() => Port = SubmissionPort;

    /// <summary>Sender address of emails.</summary>
    public string From { get; set; } = "casework@localhost";

    /// <summary>Whether the sender is an address that people can reply to and servers accept.</summary>
    public bool HasRealSender => EmailAddress.TryParse(From, out _) && !From.EndsWith("@localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Registers the email server; in Development without a host, it's a folder. Elsewhere, emails wait until a host is
    /// set.
    /// </summary>
    public void Register(IServiceCollection services, string developmentFolder)
    {
        services.AddHttpClient(nameof(AccessTokens), http => http.Timeout = Smtp.Patience).RemoveAllLoggers();
        services.AddSingleton<IMailServer>(provider => string.IsNullOrWhiteSpace(Host) && provider.GetRequiredService<IHostEnvironment>().IsDevelopment()
            ? new FolderMailServer(developmentFolder)
            : new SmtpMailServer(Smtp, Tokens(provider)));
        services.AddSingleton(provider => provider.GetRequiredService<IMailServer>().Setup);
    }

    private MailServerSettings Smtp => Server(MailFailure.Sending, ImplicitTlsPort);
}
