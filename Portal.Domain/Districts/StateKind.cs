namespace Portal.Domain.Districts;

/// <summary>The kind of place a two-letter postal code names, which determines who represents it.</summary>
public enum StateKind
{
    /// <summary>One of the fifty: two Senators and at least one Representative.</summary>
    State,

    /// <summary>The District of Columbia: one Delegate, no Senators.</summary>
    FederalDistrict,

    /// <summary>Puerto Rico and the other territories: one Delegate or the Resident Commissioner, no Senators.</summary>
    Territory,

    /// <summary>AA, AE, and AP: military mail. It says nothing about where a person is a resident.</summary>
    ArmedForces,
}
