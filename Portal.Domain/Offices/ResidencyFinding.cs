namespace Portal.Domain.Offices;

/// <summary>What a case remembers of its residency check.</summary>
public enum ResidencyFinding
{
    /// <summary>Nothing could be checked.</summary>
    NotChecked,

    /// <summary>House: lives in the district.</summary>
    InDistrict,

    /// <summary>Senate: lives in the state.</summary>
    InState,

    /// <summary>Senate: a petitioner from another state.</summary>
    OutOfState,

    /// <summary>House: lives elsewhere.</summary>
    OutOfDistrict,

    /// <summary>House: the ZIP area lies in several districts, ours among them.</summary>
    Ambiguous,

    /// <summary>The ZIP code is in no table.</summary>
    UnknownZip,

    /// <summary>ZIP code and state do not fit together.</summary>
    StateMismatch,

    /// <summary>Military mail tells no home.</summary>
    MilitaryMail,

    /// <summary>Staff checked and found that the office may help.</summary>
    Confirmed,
}

/// <summary>Names the result of a check.</summary>
public static class ResidencyFindings
{
    /// <summary>What of the result the case keeps.</summary>
    public static ResidencyFinding Of(ResidencyResult result) => result switch
    {
        ResidencyResult.InDistrict => ResidencyFinding.InDistrict,
        ResidencyResult.InState => ResidencyFinding.InState,
        ResidencyResult.OutOfState => ResidencyFinding.OutOfState,
        ResidencyResult.OutOfDistrict => ResidencyFinding.OutOfDistrict,
        ResidencyResult.Ambiguous => ResidencyFinding.Ambiguous,
        ResidencyResult.UnknownZip => ResidencyFinding.UnknownZip,
        ResidencyResult.StateMismatch => ResidencyFinding.StateMismatch,
        ResidencyResult.MilitaryMail => ResidencyFinding.MilitaryMail,
        _ => ResidencyFinding.NotChecked,
    };
}
