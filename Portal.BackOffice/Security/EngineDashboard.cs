using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Security;

/// <summary>
/// Hangfire's dashboard, read-only, for users who can open the Jobs page. Actions are only on the Jobs page, where
/// they're recorded.
/// </summary>
internal static class EngineDashboard
{
    private static readonly DashboardOptions Options = Prepare();

    /// <summary>Maps the dashboard. Its storage is opened on first use so startup doesn't wait for it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var dashboard = endpoints.CreateApplicationBuilder().UsePathBase(Links.Office.Engine);
        dashboard.Run(ShowAsync);
        endpoints.MapMethods(Links.Office.Engine + "/{**path}", [HttpMethods.Get, HttpMethods.Head], dashboard.Build())
            .RequireAuthorization(StaffPolicies.SignedIn, StaffPolicies.NameOf(OfficePages.Folders["/Jobs"]));
    }

    private static DashboardOptions Prepare()
    {
        DashboardRoutes.AddStylesheet(typeof(EngineDashboard).Assembly, "EngineDashboard.css");
        return new()
        {
            AppPath = Links.Office.Jobs,
            DashboardTitle = "Portal",
            // The endpoint's policies decide who can open it.
            Authorization = [],
            IsReadOnlyFunc = _ => true,
            DisplayStorageConnectionString = false,
            // Disables polling: it would keep alive the session of someone who walked away.
            StatsPollingInterval = int.MaxValue,
        };
    }

    private static Task ShowAsync(HttpContext context) =>
        new AspNetCoreDashboardMiddleware(
            _ => Task.CompletedTask,
            context.RequestServices.GetRequiredService<JobStorage>(),
            Options, DashboardRoutes.Routes, finalizeWhenNotFound: true)
            .Invoke(context);
}
