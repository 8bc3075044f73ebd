using System.Text.Json.Serialization;
using Portal.Domain.HelpRequests;

namespace Portal.Domain.PrivacyReleases;

/// <summary>A name and an address in parts, for forms with a field for each.</summary>
/// <param name="Given">Given names, first and middle.</param>
/// <param name="Family">Family names.</param>
public sealed record ReleaseParts(string Given, string Family, AddressAnswers Home)
{
    /// <summary>The parts from the help request.</summary>
    public static ReleaseParts From(RequestAnswers answers) =>
        new(answers.Person.FirstName?.Trim() ?? "", answers.Person.LastName?.Trim() ?? "", answers.Address);

    /// <summary>The name as it appears in the document.</summary>
    [JsonIgnore]
    public string FullName => $"{Given} {Family}".Trim();

    /// <summary>The address as it appears in the document.</summary>
    [JsonIgnore]
    public string OneLine => Home.OneLine;

    /// <summary>The first of the given names.</summary>
    [JsonIgnore]
    public string First => Given.Split(' ', 2)[0];

    /// <summary>The other given names; empty when there's only one.</summary>
    [JsonIgnore]
    public string Middle => Given.Split(' ', 2) is [_, var more] ? more.Trim() : "";

    /// <summary>Street and apartment.</summary>
    [JsonIgnore]
    public string Street => string.Join(", ", new[] { Home.Line1, Home.Line2 }.Where(l => !string.IsNullOrWhiteSpace(l)));
}
