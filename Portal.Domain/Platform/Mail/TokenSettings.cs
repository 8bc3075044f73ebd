namespace Portal.Domain.Platform.Mail;

/// <summary>Where access tokens for XOAUTH2 come from: a file that another program keeps current, or an OAuth 2.0 token endpoint.</summary>
public sealed record TokenSettings
{
    /// <summary>A file with the current token; read for each connection.</summary>
    public string? File { get; init; }

    /// <summary>The token endpoint; https.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Our client id at the endpoint.</summary>
    public string? ClientId { get; init; }

    /// <summary>Our client secret at the endpoint.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A long-lived refresh token; null to use our client credentials.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>The token's scope, as the provider defines it.</summary>
    public string? Scope { get; init; }

    /// <summary>What's wrong with the settings; null when nothing is.</summary>
    /// <param name="section">Where the mail server's settings stand in the configuration.</param>
    public MailFailure? ProblemIn(string section) => this switch
    {
        { File.Length: > 0 } => null,
        { Endpoint: null } => new(MailFailureKind.MissingSetting, $"{section}:Token:Endpoint"),
        { Endpoint: { IsAbsoluteUri: false } or { IsLoopback: false, Scheme: not "https" } } => new(MailFailureKind.BadSetting, $"{section}:Token:Endpoint"),
        { ClientId: null } => new(MailFailureKind.MissingSetting, $"{section}:Token:ClientId"),
        { ClientSecret: null, RefreshToken: null } => new(MailFailureKind.MissingSetting, $"{section}:Token:ClientSecret"),
        _ => null,
    };

    /// <summary>Contains no secrets.</summary>
    public override string ToString() => File ?? Endpoint?.ToString() ?? "";
}
