namespace Portal.Domain.PrivacyReleases;

/// <summary>What happened around a signature besides the signature itself; kept sealed with it and shown on the evidence page.</summary>
public sealed record SigningCeremony
{
    /// <summary>Who saw the mark being made.</summary>
    public IReadOnlyList<MarkWitness> Witnesses { get; init; } = [];

    /// <summary>Who interpreted the release for the signer, and certified it; null when nobody did.</summary>
    public ReleaseInterpreter? Interpreter { get; init; }

    /// <summary>Why the name signed is not the one in the document, in the signer's words; null when it is.</summary>
    public string? NameDifference { get; init; }
}

/// <summary>A witness of a mark. Typing the name is the witness's signature.</summary>
public sealed record MarkWitness(string Name, string Address);

/// <summary>Somebody who read the release to the signer in another language. Typing the name signs the certification.</summary>
public sealed record ReleaseInterpreter(string Name, string Language, string Address);
