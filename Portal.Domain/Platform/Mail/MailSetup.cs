namespace Portal.Domain.Platform.Mail;

/// <summary>What staff may see about how email is sent; no password or token.</summary>
/// <param name="Where">Host and port, or a folder; empty when not configured.</param>
/// <param name="Security">How the connection is encrypted; null for a folder.</param>
/// <param name="SignIn">How we sign in.</param>
/// <param name="UserName">The user name; null for none.</param>
public sealed record MailSetup(string Where, MailSecurity? Security, MailSignIn SignIn, string? UserName)
{
    /// <summary>What's wrong with the settings, so that no email can leave; null when nothing is.</summary>
    public MailFailure? Problem { get; init; }
}

/// <summary>How the connection to the mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>Starts unencrypted and must switch to TLS before anything else; port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; port 465.</summary>
    Tls,

    /// <summary>Unencrypted; only for a server on this computer.</summary>
    None,
}

/// <summary>How we sign in to the mail server.</summary>
public enum MailSignIn
{
    /// <summary>No sign-in.</summary>
    None,

    /// <summary>With a password, by PLAIN, LOGIN, or a better mechanism the server offers.</summary>
    Password,

    /// <summary>With an OAuth 2.0 access token, by XOAUTH2.</summary>
    AccessToken,
}
