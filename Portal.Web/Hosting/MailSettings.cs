using Portal.Domain.Constituents;
using Portal.Domain.Platform.Mail;

namespace Portal.Web.Hosting;

/// <summary>How email is sent, from configuration (<c>Portal:Mail:…</c>).</summary>
public sealed class MailSettings
{
    private const int ImplicitTlsPort = 465;

    /// <summary>The server; in Development, empty means a folder.</summary>
    public string? Host { get; set; }

    /// <summary>The port; default 587.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is encrypted; the default depends on the port.</summary>
    public MailSecurity? Security { get; set; }

    /// <summary>Username for the server.</summary>
    public string? UserName { get; set; }

    /// <summary>Password for the server.</summary>
    public string? Password { get; set; }

    /// <summary>Signs in with access tokens instead of a password.</summary>
    public TokenSettings? Token { get; set; }

    /// <summary>A PEM file with certificates to trust in addition to the system's.</summary>
    public string? TrustedCertificates { get; set; }

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

    private SmtpSettings Smtp => new(Host ?? "", Port, Security ?? (Port == ImplicitTlsPort ? MailSecurity.Tls : MailSecurity.StartTls))
    {
        UserName = NullIfEmpty(UserName),
        Password = NullIfEmpty(Password),
        Token = Token,
        TrustedCertificates = NullIfEmpty(TrustedCertificates),
    };

    // The environment can set a value to an empty string.
    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private AccessTokens? Tokens(IServiceProvider provider) => Token is null ? null : new(
        Token, () => provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(AccessTokens)), provider.GetRequiredService<TimeProvider>());
}
