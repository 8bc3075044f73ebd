namespace Portal.Domain.Platform.Access;

/// <summary>The five staff roles of an office.</summary>
public enum StaffRole
{
    /// <summary>Can view but not change anything; sees no ID numbers.</summary>
    ReadOnly,

    /// <summary>Helps with intake; sees no ID numbers and doesn't contact agencies.</summary>
    Intern,

    /// <summary>Works cases.</summary>
    Caseworker,

    /// <summary>Works and assigns cases, and edits routing.</summary>
    CaseworkManager,

    /// <summary>Runs the installation, including staff accounts, agencies, and jobs.</summary>
    Administrator,
}
