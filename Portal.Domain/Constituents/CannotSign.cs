namespace Portal.Domain.Constituents;

/// <summary>Why a person can't sign for themselves. Someone with legal authority signs for them, with proof.</summary>
public enum CannotSign
{
    /// <summary>They're too young.</summary>
    Minor,

    /// <summary>An illness or disability keeps them from it.</summary>
    Unable,

    /// <summary>They've died.</summary>
    Died,
}
