using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Security;

/// <summary>Hangfire's dashboard, for whoever may open the Jobs page. It only shows: what can be done is done on the Jobs page, where it is recorded.</summary>
internal static class EngineDashboard
{
    private static readonly DashboardOptions Options = Prepare();

    /// <summary>Maps it. The storage is opened with the first look, because a start must not wait for it.</summary>
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
            // The endpoint's policies decide who may look.
            Authorization = [],
            IsReadOnlyFunc = _ => true,
            DisplayStorageConnectionString = false,
            // Never: a page that asks by itself would keep alive the session of somebody who left.
            StatsPollingInterval = int.MaxValue,
        };
    }

    private static Task ShowAsync(HttpContext context) =>
        new AspNetCoreDashboardMiddleware(_ => Task.CompletedTask, context.RequestServices.GetRequiredService<JobStorage>(), Options, DashboardRoutes.Routes, finalizeWhenNotFound: true)
            .Invoke(context);
}
