using Microsoft.AspNetCore.Http;

namespace Portal.BackOffice.Kit;

/// <summary>How this installation names and protects its cookies.</summary>
/// <param name="Secure">Whether cookies require HTTPS: always, except in Development.</param>
public sealed record CookieRules(bool Secure)
{
    /// <summary>The name with the prefix that ties the cookie to this host.</summary>
    public string Name(string name) => Secure ? "__Host-" + name : name;

    /// <summary>Policy for the framework's own cookies.</summary>
    public CookieSecurePolicy Policy => Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
