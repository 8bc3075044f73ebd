namespace Portal.Domain.PrivacyReleases;

/// <summary>What accompanied a signature. Kept sealed with it and shown on the evidence page.</summary>
public sealed record SigningCeremony
{
    /// <summary>The witnesses who saw the mark being made.</summary>
    public IReadOnlyList<MarkWitness> Witnesses { get; init; } = [];

    /// <summary>The interpreter who read the release to the signer and certified it; null for none.</summary>
    public ReleaseInterpreter? Interpreter { get; init; }

    /// <summary>Why the name signed isn't the one in the document, in the signer's words; null when it is.</summary>
    public string? NameDifference { get; init; }
}

/// <summary>A witness to a mark. Typing the name is the witness's signature.</summary>
public sealed record MarkWitness(string Name, string Address);

/// <summary>A person who read the release to the signer in another language. Typing the name signs the certification.</summary>
public sealed record ReleaseInterpreter(string Name, string Language, string Address);
