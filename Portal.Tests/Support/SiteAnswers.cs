namespace Portal.Tests.Support;

/// <summary>What a person enters in a whole request.</summary>
public sealed record SiteAnswers
{
    /// <summary>The topic's code; null for "I'm not sure".</summary>
    public string? Topic { get; init; } = "ssa-missing-payment";

    public IReadOnlyDictionary<string, string> Questions { get; init; } = new Dictionary<string, string>();

    public string HelpFor { get; init; } = "Me";

    /// <summary>For someone else: whether they can sign, or why not.</summary>
    public string CanSign { get; init; } = "Yes";

    /// <summary>What allows someone to sign for them.</summary>
    public string SignsBy { get; init; } = "";

    public string SignerName { get; init; } = "";

    public string SignerEmail { get; init; } = "";

    public string BornIn { get; init; } = "1957";

    public string Zip { get; init; } = SiteHost.Zip;

    public string State { get; init; } = "NY";

    public string Happened { get; init; } = "My payment of October did not come.";

    public string Want { get; init; } = "I would like to know where it is.";

    public string FirstName { get; init; } = "Ana";

    public string LastName { get; init; } = "García";

    public string Email { get; init; } = "ana.garcia@example.org";

    public string HelperEmail { get; init; } = "luz@example.org";

    public string Language { get; init; } = "en";

    public string FullName => $"{FirstName} {LastName}";
}
