namespace Portal.Domain.Platform.Mail;

/// <summary>Where access tokens for XOAUTH2 come from: a file that something else keeps fresh, or an OAuth 2.0 token endpoint.</summary>
public sealed record TokenSettings
{
    /// <summary>A file that holds the token of the moment; read for each connection.</summary>
    public string? File { get; init; }

    /// <summary>The token endpoint; https.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Our id at the endpoint.</summary>
    public string? ClientId { get; init; }

    /// <summary>Our secret at the endpoint.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A lasting refresh token; without one we ask with our own credentials.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>What the token is for, as the provider names it.</summary>
    public string? Scope { get; init; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public MailFailure? Problem => this switch
    {
        { File.Length: > 0 } => null,
        { Endpoint: null } => new(MailFailureKind.MissingSetting, "Portal:Mail:Token:Endpoint"),
        { Endpoint: { IsAbsoluteUri: false } or { IsLoopback: false, Scheme: not "https" } } => new(MailFailureKind.BadSetting, "Portal:Mail:Token:Endpoint"),
        { ClientId: null } => new(MailFailureKind.MissingSetting, "Portal:Mail:Token:ClientId"),
        { ClientSecret: null, RefreshToken: null } => new(MailFailureKind.MissingSetting, "Portal:Mail:Token:ClientSecret"),
        _ => null,
    };

    /// <summary>Says nothing that is secret.</summary>
    public override string ToString() => File ?? Endpoint?.ToString() ?? "";
}
