namespace Portal.Domain.Constituents;

/// <summary>In which role somebody takes part in the matter. Each one signs for themselves.</summary>
public enum PartyRole
{
    /// <summary>The person the records are about.</summary>
    Subject,

    /// <summary>The one who filed a petition for somebody else.</summary>
    Petitioner,

    /// <summary>The one for whom a petition was filed.</summary>
    Beneficiary,
}

/// <summary>In which capacity somebody signs. All but the first need proof that staff confirm.</summary>
public enum SignerCapacity
{
    /// <summary>The subject of the record.</summary>
    Self,

    /// <summary>Parent or legal guardian of a minor or of somebody who cannot sign.</summary>
    ParentOrGuardian,

    /// <summary>Holds a power of attorney, or was appointed by a court.</summary>
    PersonalRepresentative,

    /// <summary>Next of kin of somebody who died; with proof of death.</summary>
    NextOfKin,
}
