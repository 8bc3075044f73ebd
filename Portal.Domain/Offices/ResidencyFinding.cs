namespace Portal.Domain.Offices;

/// <summary>The result of a case's residency check.</summary>
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

    /// <summary>House: the ZIP area overlaps several districts, including ours.</summary>
    Ambiguous,

    /// <summary>The ZIP code isn't in the table.</summary>
    UnknownZip,

    /// <summary>The ZIP code and the state don't match.</summary>
    StateMismatch,

    /// <summary>A military address, which doesn't show where the person's home is.</summary>
    MilitaryMail,

    /// <summary>The person has no fixed address, and gave no ZIP code to check.</summary>
    NoFixedAddress,

    /// <summary>The person lives abroad, and gave no last address in the United States to check.</summary>
    OutsideUnitedStates,

    /// <summary>Staff confirmed that the office may help.</summary>
    Confirmed,
}

/// <summary>Converts the result of a residency check to what a case stores.</summary>
public static class ResidencyFindings
{
    /// <summary>The finding stored on the case.</summary>
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

    /// <summary>Whether staff have to check the address.</summary>
    public static bool IsDoubtful(this ResidencyFinding finding) => finding is not
        (ResidencyFinding.InDistrict or ResidencyFinding.InState or ResidencyFinding.Confirmed or ResidencyFinding.OutOfState);
}
