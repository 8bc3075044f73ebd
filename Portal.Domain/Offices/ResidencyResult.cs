using Portal.Domain.Districts;

namespace Portal.Domain.Offices;

/// <summary>Whether a person lives where this office may help.</summary>
public abstract record ResidencyResult
{
    private ResidencyResult() { }

    /// <summary>House: lives in the district.</summary>
    public sealed record InDistrict : ResidencyResult;

    /// <summary>House: does not live in the district.</summary>
    /// <param name="State">Where the person lives.</param>
    /// <param name="District">Their district; null when the ZIP code doesn't determine it.</param>
    /// <param name="Candidates">The possible districts; empty when none is known.</param>
    public sealed record OutOfDistrict(UsState State, int? District, IReadOnlyList<int> Candidates) : ResidencyResult
    {
        /// <inheritdoc />
        public bool Equals(OutOfDistrict? other) =>
            other is not null && State == other.State && District == other.District && Candidates.SequenceEqual(other.Candidates);

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(State, District, Candidates.Count);
    }

    /// <summary>House: the ZIP area overlaps our district and others; staff or the full address must decide.</summary>
    /// <param name="Districts">All of these districts, including ours.</param>
    public sealed record Ambiguous(IReadOnlyList<int> Districts) : ResidencyResult
    {
        /// <inheritdoc />
        public bool Equals(Ambiguous? other) => other is not null && Districts.SequenceEqual(other.Districts);

        /// <inheritdoc />
        public override int GetHashCode() => Districts.Count;
    }

    /// <summary>House: our state, but the ZIP code isn't in the table (a PO box, a new code, a typo).</summary>
    public sealed record UnknownZip : ResidencyResult;

    /// <summary>The ZIP code isn't in the state entered; one of the two is wrong.</summary>
    /// <param name="ZipStates">Two-letter postal codes of the states the ZIP code is in.</param>
    public sealed record StateMismatch(IReadOnlyList<string> ZipStates) : ResidencyResult
    {
        /// <inheritdoc />
        public bool Equals(StateMismatch? other) => other is not null && ZipStates.SequenceEqual(other.ZipStates);

        /// <inheritdoc />
        public override int GetHashCode() => ZipStates.Count;
    }

    /// <summary>Senate: lives in the state.</summary>
    public sealed record InState : ResidencyResult;

    /// <summary>Senate: lives elsewhere. Senate rules allow petitioners from other states; the office decides.</summary>
    /// <param name="State">Where the person lives.</param>
    public sealed record OutOfState(UsState State) : ResidencyResult;

    /// <summary>A military address (AA, AE, AP), which doesn't show a home: ask for the state and address of legal residence.</summary>
    public sealed record MilitaryMail : ResidencyResult;
}
