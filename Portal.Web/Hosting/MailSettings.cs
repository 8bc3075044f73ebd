using Portal.Domain.Platform.Mail;

namespace Portal.Web.Hosting;

/// <summary>How mail leaves, as configuration tells it (<c>Portal:Mail:…</c>).</summary>
public sealed class MailSettings
{
    private const int ImplicitTlsPort = 465;

    /// <summary>The server; empty in Development for a folder.</summary>
    public string? Host { get; set; }

    /// <summary>The port; 587 by default.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is encrypted; by default as the port demands.</summary>
    public MailSecurity? Security { get; set; }

    /// <summary>To sign in.</summary>
    public string? UserName { get; set; }

    /// <summary>To sign in.</summary>
    public string? Password { get; set; }

    /// <summary>To sign in with access tokens instead of a password.</summary>
    public TokenSettings? Token { get; set; }

    /// <summary>A PEM file of certificates to trust besides those of the machine.</summary>
    public string? TrustedCertificates { get; set; }

    /// <summary>The address mails come from.</summary>
    public string From { get; set; } = "casework@localhost";

    /// <summary>Registers the mail server; in Development without a host it is a folder. Elsewhere mails wait until a host is set.</summary>
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

    // The environment may set a value to nothing.
    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private AccessTokens? Tokens(IServiceProvider provider) => Token is null ? null : new(
        Token, () => provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(AccessTokens)), provider.GetRequiredService<TimeProvider>());
}
