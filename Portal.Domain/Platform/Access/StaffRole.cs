namespace Portal.Domain.Platform.Access;

/// <summary>The five staff roles of an office.</summary>
public enum StaffRole
{
    /// <summary>May look, never change; sees no identity numbers.</summary>
    ReadOnly,

    /// <summary>Helps with intake; sees no identity numbers and contacts no agency.</summary>
    Intern,

    /// <summary>Works cases.</summary>
    Caseworker,

    /// <summary>Works cases, assigns them and edits routing.</summary>
    CaseworkManager,

    /// <summary>Runs the installation: staff, agencies, jobs.</summary>
    Administrator,
}
