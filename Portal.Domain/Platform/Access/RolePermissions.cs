using static Portal.Domain.Platform.Access.Permission;

namespace Portal.Domain.Platform.Access;

/// <summary>The single table of which role may do what.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Reading = [ReadCases];
    private static readonly Permission[] Interning = [.. Reading, WriteNotes, TakeCases];
    private static readonly Permission[] Working =
        [.. Interning, RevealIdentifiers, OpenDocuments, WorkCases, MessageConstituents, ContactAgencies, AssignCases, CheckReleases];

    private static readonly Permission[] Leading = [.. Working, ApproveLetters, EditRouting, EditAgencies, EditTemplates, EditHolidays, WriteToMany, ReadActivity, ExportCases];
    private static readonly Permission[] Running = [.. Leading, SetUpOffice, ManageStaff, RunJobs];

    /// <summary>Everything the role may do.</summary>
    public static IReadOnlyCollection<Permission> For(StaffRole role) => role switch
    {
        StaffRole.ReadOnly => Reading,
        StaffRole.Intern => Interning,
        StaffRole.Caseworker => Working,
        StaffRole.CaseworkManager => Leading,
        StaffRole.Administrator => Running,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a staff role."),
    };
}
