using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Security;

/// <summary>Which back office pages exist, and who may open them.</summary>
internal static class OfficePages
{
    private const string Area = "Office";

    /// <summary>Permission each folder requires in addition to being signed in.</summary>
    public static readonly IReadOnlyDictionary<string, Permission> Folders = new Dictionary<string, Permission>
    {
        ["/Queue"] = Permission.ReadCases,
        ["/Cases"] = Permission.ReadCases,
        ["/Releases"] = Permission.CheckReleases,
        ["/Jobs"] = Permission.RunJobs,
        ["/Routing"] = Permission.EditRouting,
        ["/Agencies"] = Permission.EditAgencies,
        ["/Mail"] = Permission.WorkCases,
        ["/Letters"] = Permission.ContactAgencies,
        ["/MyTurn"] = Permission.TakeCases,
        ["/Calendar"] = Permission.TakeCases,
        ["/Find"] = Permission.ReadCases,
        ["/Search"] = Permission.ReadCases,
        ["/Overview"] = Permission.ApproveLetters,
        ["/Tags"] = Permission.AssignCases,
        ["/NewCase"] = Permission.WorkCases,
        ["/Calls"] = Permission.WriteNotes,
        ["/Resources"] = Permission.WorkCases,
        ["/Attention"] = Permission.ReadCases,
        ["/Directory"] = Permission.ContactAgencies,
        ["/Facts"] = Permission.EditAgencies,
        ["/Templates"] = Permission.EditTemplates,
        ["/Agencies/Form"] = Permission.EditTemplates,
        ["/MessageTemplates"] = Permission.EditTemplates,
        ["/Procedures"] = Permission.ReadCases,
        ["/Procedures/Write"] = Permission.EditTemplates,
        ["/Glossary"] = Permission.ReadCases,
        ["/Holidays"] = Permission.EditHolidays,
        ["/Surges"] = Permission.ReadCases,
        ["/Surges/Work"] = Permission.WriteToMany,
        ["/MassMail"] = Permission.WriteToMany,
        ["/Staff"] = Permission.ManageStaff,
        ["/Activity"] = Permission.ReadActivity,
        ["/Settings"] = Permission.SetUpOffice,
    };

    private static readonly string[] BeforeSignIn = ["/Account/SignIn", "/Account/Code", "/Account/Enroll", "/Account/NewPassword", "/Account/Demo", "/Calendar/Feed", "/Practice/Index"];

    public static void Arrange(PageConventionCollection pages, bool enabled, bool development, bool practice)
    {
        if (!enabled)
            pages.AddAreaFolderRouteModelConvention(Area, "/", page => page.Selectors.Clear());
        if (!development)
            pages.AddAreaPageRouteModelConvention(Area, "/Account/Demo", page => page.Selectors.Clear());
        if (!practice)
            pages.AddAreaPageRouteModelConvention(Area, "/Practice/Index", page => page.Selectors.Clear());
        pages.AuthorizeAreaFolder(Area, "/", StaffPolicies.SignedIn);
        foreach (var (folder, permission) in Folders)
            pages.AuthorizeAreaFolder(Area, folder, StaffPolicies.NameOf(permission));
        foreach (var page in BeforeSignIn)
            pages.AllowAnonymousToAreaPage(Area, page);
    }
}
