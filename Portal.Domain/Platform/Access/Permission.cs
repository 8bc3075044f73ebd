namespace Portal.Domain.Platform.Access;

/// <summary>What an <see cref="Actor"/> may do. <see cref="RolePermissions"/> says which role may do what.</summary>
public enum Permission
{
    /// <summary>Look at the queue and at cases, without identity numbers.</summary>
    ReadCases,

    /// <summary>See identity numbers in full; every reveal is recorded.</summary>
    RevealIdentifiers,

    /// <summary>Open documents and sealed releases.</summary>
    OpenDocuments,

    /// <summary>Accept, decline, refer, close and reopen cases; change priority and dates.</summary>
    WorkCases,

    /// <summary>Write staff-only notes.</summary>
    WriteNotes,

    /// <summary>Write to constituents and ask them for something.</summary>
    MessageConstituents,

    /// <summary>Contact agencies and record what they answer.</summary>
    ContactAgencies,

    /// <summary>Take a case oneself.</summary>
    TakeCases,

    /// <summary>Give a case to somebody else.</summary>
    AssignCases,

    /// <summary>Edit the routing rules.</summary>
    EditRouting,

    /// <summary>Edit what is known of agencies.</summary>
    EditAgencies,

    /// <summary>Edit and publish release templates and agencies' own forms.</summary>
    EditTemplates,

    /// <summary>Add and remove days on which the office is closed.</summary>
    EditHolidays,

    /// <summary>Check what was signed on paper or in another's name, and accept or refuse it.</summary>
    CheckReleases,

    /// <summary>Set up the office, import public data on districts and Members, and try the settings.</summary>
    SetUpOffice,

    /// <summary>Add, change and disable staff.</summary>
    ManageStaff,

    /// <summary>See the jobs and run them.</summary>
    RunJobs,

    /// <summary>Read the office's activity record.</summary>
    ReadActivity,

    /// <summary>Take a whole case out of the system as files.</summary>
    ExportCases,

    /// <summary>Sign, answer and look at one's own case.</summary>
    OwnCase,

    /// <summary>Ask for help, prove by a code that an address is one's own, and check or open what a link or a code names.</summary>
    UsePublicSite,
}
