using Portal.BackOffice.Kit;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Security;

/// <summary>Builds the links a staff member may follow.</summary>
internal static class StaffNavigation
{
    private static readonly (NavLink Link, Permission Permission)[] Daily =
    [
        (new("My turn", Links.Office.MyTurn()), Permission.TakeCases),
        (new("Overview", Links.Office.Overview), Permission.ApproveLetters),
        (new("Queue", Links.Office.Queue), Permission.ReadCases),
        (new("Releases", Links.Office.Releases), Permission.CheckReleases),
        (new("Mail room", Links.Office.MailRoom), Permission.WorkCases),
        (new("Letters", Links.Office.Letters), Permission.ContactAgencies),
        (new("Attention", Links.Office.Attention), Permission.ReadCases),
    ];

    private static readonly (NavLink Link, Permission Permission)[] Rare =
    [
        (new("Calls", Links.Office.Calls), Permission.WriteNotes),
        (new("Calendar", Links.Office.Calendar), Permission.TakeCases),
        (new("Find", Links.Office.Find()), Permission.ReadCases),
        (new("Search", Links.Office.Search), Permission.ReadCases),
        (new("Procedures", Links.Office.Procedures), Permission.ReadCases),
        (new("Glossary", Links.Office.Glossary), Permission.ReadCases),
        (new("Surges", Links.Office.Surges), Permission.ReadCases),
        (new("Agency contacts", Links.Office.Directory), Permission.ContactAgencies),
        (new("Resources", Links.Office.Resources), Permission.WorkCases),
        (new("Jobs", Links.Office.Jobs), Permission.RunJobs),
        (new("Routing", Links.Office.Routing), Permission.EditRouting),
        (new("Staff", Links.Office.Staff), Permission.ManageStaff),
        (new("Agencies", Links.Office.Agencies), Permission.EditAgencies),
        (new("Templates", Links.Office.Templates), Permission.EditTemplates),
        (new("Message templates", Links.Office.MessageTemplates), Permission.EditTemplates),
        (new("Tags", Links.Office.Tags), Permission.AssignCases),
        (new("Holidays", Links.Office.Holidays), Permission.EditHolidays),
        (new("Mass communication", Links.Office.MassMail), Permission.WriteToMany),
        (new("Activity", Links.Office.Activity), Permission.ReadActivity),
        (new("Settings", Links.Office.Settings), Permission.SetUpOffice),
    ];

    public static OfficeNavigation For(StaffActor staff)
    {
        var actor = staff.IfSignedIn;
        return new()
        {
            Links = [.. Daily.Where(l => actor?.May(l.Permission) == true).Select(l => l.Link)],
            More = [.. Rare.Where(l => actor?.May(l.Permission) == true).Select(l => l.Link)],
            MayOpenCases = actor?.May(Permission.WorkCases) == true,
            SignedInName = actor?.Name,
        };
    }
}
