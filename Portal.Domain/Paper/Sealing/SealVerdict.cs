namespace Portal.Domain.Paper.Sealing;

/// <summary>The result of checking a file that claims to be a sealed document.</summary>
public abstract record SealVerdict
{
    private SealVerdict()
    {
    }

    /// <summary>The file is exactly what the office sealed, to the last byte.</summary>
    /// <param name="Signer">The common name in the certificate.</param>
    /// <param name="SignedAt">UTC, by the office's clock.</param>
    /// <param name="Sha256">The hash of the whole file, in uppercase hexadecimal.</param>
    /// <param name="StampedAt">UTC, by the time-stamping authority in the seal; null for none. Whether to trust it isn't checked.</param>
    public sealed record Sealed(string Signer, DateTime SignedAt, string Sha256, DateTime? StampedAt) : SealVerdict;

    /// <summary>It has a seal that doesn't cover the file as it is now.</summary>
    public sealed record Changed : SealVerdict;

    /// <summary>It's signed, but with a certificate this office never had.</summary>
    public sealed record NotOurs : SealVerdict;

    public sealed record NoSeal : SealVerdict;

    public sealed record NotAPdf : SealVerdict;
}
