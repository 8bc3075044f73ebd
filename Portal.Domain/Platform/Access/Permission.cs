namespace Portal.Domain.Platform.Access;

/// <summary>What an <see cref="Actor"/> may do. <see cref="RolePermissions"/> says which role may do what.</summary>
public enum Permission
{
    /// <summary>View the queue and cases, without ID numbers.</summary>
    ReadCases,

    /// <summary>See ID numbers in full. Every reveal is recorded.</summary>
    RevealIdentifiers,

    /// <summary>Open documents and sealed releases.</summary>
    OpenDocuments,

    /// <summary>Accept, decline, refer, close, and reopen cases; change priority and dates.</summary>
    WorkCases,

    /// <summary>Write staff-only notes.</summary>
    WriteNotes,

    /// <summary>Message constituents and request information from them.</summary>
    MessageConstituents,

    /// <summary>Contact agencies and record their responses.</summary>
    ContactAgencies,

    /// <summary>Approve letters that caseworkers can't send on their own.</summary>
    ApproveLetters,

    /// <summary>Assign a case to oneself.</summary>
    TakeCases,

    /// <summary>Assign a case to someone else.</summary>
    AssignCases,

    /// <summary>Edit the routing rules.</summary>
    EditRouting,

    /// <summary>Edit agencies and their rules.</summary>
    EditAgencies,

    /// <summary>Edit and publish release templates and agencies' own forms.</summary>
    EditTemplates,

    /// <summary>Add and remove days on which the office is closed.</summary>
    EditHolidays,

    /// <summary>Open and close surges, write to many people at once, and keep the records on mass communication.</summary>
    WriteToMany,

    /// <summary>Review releases signed on paper or for someone else, and accept or reject them.</summary>
    CheckReleases,

    /// <summary>Set up the office, import public data on districts and Members, and test the settings.</summary>
    SetUpOffice,

    /// <summary>Add, change, and disable staff accounts.</summary>
    ManageStaff,

    /// <summary>View and run background jobs.</summary>
    RunJobs,

    /// <summary>Read the office's activity record.</summary>
    ReadActivity,

    /// <summary>Export a whole case as files.</summary>
    ExportCases,

    /// <summary>View one's own case, answer messages in it, and sign for it.</summary>
    OwnCase,

    /// <summary>Ask for help, confirm an email address with a code, and verify or open what a link or code identifies.</summary>
    UsePublicSite,
}
