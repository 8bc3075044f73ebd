using System.Net;

namespace Portal.Domain.Platform.Mail;

/// <summary>How to reach a mail server, to send or to read.</summary>
public sealed record MailServerSettings(string Host, int Port, MailSecurity Security)
{
    /// <summary>Where these settings stand in the configuration.</summary>
    public string Section { get; init; } = MailFailure.Sending;

    /// <summary>The user name to sign in with; null for no sign-in.</summary>
    public string? UserName { get; init; }

    /// <summary>The password, unless a token is used.</summary>
    public string? Password { get; init; }

    /// <summary>Where access tokens come from; null for a password.</summary>
    public TokenSettings? Token { get; init; }

    /// <summary>A PEM file of certificates to trust in addition to the machine's; null for none.</summary>
    public string? TrustedCertificates { get; init; }

    /// <summary>How long to wait for the server when connecting and for each email.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Host and port; empty without a host.</summary>
    public string Server => string.IsNullOrWhiteSpace(Host) ? "" : $"{Host}:{Port}";

    /// <summary>What staff may see about it.</summary>
    public MailSetup Setup => new(
        Server,
        Security,
        UserName is null ? MailSignIn.None : Token is null ? MailSignIn.Password : MailSignIn.AccessToken,
        UserName)
    {
        Problem = Problem,
    };

    /// <summary>What's wrong with the settings; null when nothing is.</summary>
    public MailFailure? Problem => this switch
    {
        { Server: "" } => new(MailFailureKind.MissingSetting, $"{Section}:Host"),
        { Port: < 1 or > ushort.MaxValue } => new(MailFailureKind.BadSetting, $"{Section}:Port"),
        { Security: MailSecurity.None } when !IsThisComputer => new(MailFailureKind.PlainNotAllowed, Host),
        { UserName: null, Password: null, Token: null } => null,
        { UserName: null } => new(MailFailureKind.MissingSetting, $"{Section}:UserName"),
        { Token: { } token } => token.ProblemIn(Section),
        { Password: null } => new(MailFailureKind.MissingSetting, $"{Section}:Password"),
        _ => null,
    };

    private bool IsThisComputer =>
        Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Contains no secrets.</summary>
    public override string ToString() => Server;
}
