namespace Portal.Domain.Platform.Mail;

/// <summary>What people may know of how mail leaves: no password and no token.</summary>
/// <param name="Where">Host and port, or a folder; empty when nothing is set.</param>
/// <param name="Security">How the connection is encrypted; null for a folder.</param>
/// <param name="SignIn">How we sign in.</param>
/// <param name="UserName">As whom.</param>
public sealed record MailSetup(string Where, MailSecurity? Security, MailSignIn SignIn, string? UserName);

/// <summary>How the connection to the mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>It begins plain and must switch to TLS before anything is said; port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; port 465.</summary>
    Tls,

    /// <summary>Plain; only to a server on this computer.</summary>
    None,
}

/// <summary>How we sign in to the mail server.</summary>
public enum MailSignIn
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>With a password, by PLAIN, LOGIN, or what better the server offers.</summary>
    Password,

    /// <summary>With an OAuth 2.0 access token, by XOAUTH2.</summary>
    AccessToken,
}
