using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice;
using Portal.BackOffice.Kit;
using Portal.Web.Hosting;
using Portal.Web.Pages.Release;
using Portal.Web.Pages.Request;
using Portal.Web.Sessions;

namespace Portal.Web;

/// <summary>Builds the site with the roles from its settings.</summary>
public static class PortalApplication
{
    /// <summary>Creates the builder with all services. The command line uses it without the rest.</summary>
    public static (WebApplicationBuilder Builder, PortalSettings Settings) Prepare(string[] args)
    {
        var builder = WebApplication.CreateBuilder(PortalHosting.Options(args)).AddPortalHosting();
        var settings = builder.AddPortalServices();
        builder.Services.AddScoped<StartUp>().AddSingleton<OfficeCards>().AddSingleton<SiteOpening>();
        builder.Services.AddScoped(p => p.GetRequiredService<OfficeCards>().Read(p.GetRequiredService<Translator>().Language));
        return (builder, settings);
    }

    /// <summary>
    /// Builds the complete site, ready to start. The database is prepared (<see cref="StartUp"/>) while the pages are
    /// mapped: neither depends on the other, and someone is waiting for the first page.
    /// </summary>
    public static async Task<WebApplication> BuildAsync(string[] args, CancellationToken cancellation)
    {
        var (builder, settings) = Prepare(args);
        builder.Services.AddConstituentSessions().AddScoped<RequestJourney>().AddScoped<SigningRoom>().AddScoped<MadeFor>().AddScoped<ThisComputer>()
            .AddScoped<LeftForms>().AddScoped<LeavingPage>();
        builder.Services.Configure<MvcOptions>(options =>
        {
            options.Filters.AddService<MadeFor>();
            options.Filters.AddService<LeavingPage>(LeavingPage.First);
        });
        builder.Services.AddBackOffice(settings.Has("Office"));
        builder.AddJobs(settings);
        var app = builder.Build();
        var database = Task.Run(() => MakeReadyAsync(app.Services, cancellation), cancellation);
        app.UsePortalHosting();
        app.UseSiteOpening();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPortalHosting();
        app.MapHealth();
        app.MapWellKnownFiles();
        app.MapRazorPages().WithStaticAssets();
        app.MapBackOffice(settings.Has("Office"));
        await database;
        return app;
    }

    private static async Task MakeReadyAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartUp>().RunAsync(cancellation);
    }
}
