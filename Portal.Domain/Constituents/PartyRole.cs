namespace Portal.Domain.Constituents;

/// <summary>A person's role in the matter. Each person signs for themselves.</summary>
public enum PartyRole
{
    /// <summary>The person the records are about.</summary>
    Subject,

    /// <summary>The person who filed a petition for someone else.</summary>
    Petitioner,

    /// <summary>The person a petition was filed for.</summary>
    Beneficiary,
}

/// <summary>The capacity in which someone signs. All but the first need proof that staff confirm.</summary>
public enum SignerCapacity
{
    /// <summary>The subject of the record.</summary>
    Self,

    /// <summary>Parent or legal guardian of a minor or of someone who can't sign.</summary>
    ParentOrGuardian,

    /// <summary>Holds a power of attorney, or was appointed by a court.</summary>
    PersonalRepresentative,

    /// <summary>Next of kin of someone who died, with proof of death.</summary>
    NextOfKin,
}
