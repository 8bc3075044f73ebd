namespace Portal.Domain.Paper.Sealing;

/// <summary>What can be said of a file that is claimed to be a sealed paper.</summary>
public abstract record SealVerdict
{
    private SealVerdict()
    {
    }

    /// <summary>Exactly the file the office sealed, to the last byte.</summary>
    /// <param name="Signer">Common name in the certificate.</param>
    /// <param name="SignedAt">UTC, by the clock of the office.</param>
    /// <param name="Sha256">Of the whole file, upper-case hexadecimal.</param>
    /// <param name="StampedAt">UTC, by the time-stamping authority named in the seal, if one was asked. Whether to trust that authority is not checked.</param>
    public sealed record Sealed(string Signer, DateTime SignedAt, string Sha256, DateTime? StampedAt) : SealVerdict;

    /// <summary>It carries a seal that does not cover the file as it is now.</summary>
    public sealed record Changed : SealVerdict;

    /// <summary>It is signed, but with a certificate this office never had.</summary>
    public sealed record NotOurs : SealVerdict;

    public sealed record NoSeal : SealVerdict;

    public sealed record NotAPdf : SealVerdict;
}
