using Portal.Domain.Platform.Mail;

namespace Portal.Web.Hosting;

/// <summary>An account on a mail server, from configuration.</summary>
public abstract class MailAccount
{
    /// <summary>The server.</summary>
    public string? Host { get; set; }

    /// <summary>The port; the default depends on what the account is for.</summary>
    public int Port { get; set; }

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

    // The environment can set a value to an empty string.
    private protected static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private protected MailServerSettings Server(string section, int tlsPort) =>
        new(Host ?? "", Port, Security ?? (Port == tlsPort ? MailSecurity.Tls : MailSecurity.StartTls))
        {
            Section = section,
            UserName = NullIfEmpty(UserName),
            Password = NullIfEmpty(Password),
            Token = Token,
            TrustedCertificates = NullIfEmpty(TrustedCertificates),
        };

    private protected AccessTokens? Tokens(IServiceProvider provider) => Token is null ? null : new(
        Token, () => provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(AccessTokens)), provider.GetRequiredService<TimeProvider>());
}
