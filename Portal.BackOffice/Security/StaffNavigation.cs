using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Security;

/// <summary>The links a member of staff may follow.</summary>
internal static class StaffNavigation
{
    private static readonly (NavLink Link, Permission Permission)[] All =
    [
        (new("Queue", "/office/queue"), Permission.ReadCases),
        (new("Releases", "/office/releases"), Permission.CheckReleases),
        (new("Jobs", "/office/jobs"), Permission.RunJobs),
        (new("Routing", "/office/routing"), Permission.EditRouting),
        (new("Staff", "/office/staff"), Permission.ManageStaff),
        (new("Agencies", "/office/agencies"), Permission.EditAgencies),
        (new("Templates", "/office/templates"), Permission.EditTemplates),
        (new("Holidays", "/office/holidays"), Permission.EditHolidays),
        (new("Activity", "/office/activity"), Permission.ReadActivity),
        (new("Settings", "/office/settings"), Permission.SetUpOffice),
    ];

    public static OfficeNavigation For(StaffActor staff)
    {
        var actor = staff.IfSignedIn;
        return new()
        {
            Links = [.. All.Where(l => actor?.May(l.Permission) == true).Select(l => l.Link)],
            SignedInName = actor?.Name,
        };
    }
}
