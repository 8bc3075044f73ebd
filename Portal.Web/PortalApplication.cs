using Microsoft.EntityFrameworkCore;
using Portal.BackOffice;
using Portal.BackOffice.Forms;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;
using Portal.Web.Hosting;

namespace Portal.Web;

/// <summary>Builds the site with the roles its settings give it.</summary>
public static class PortalApplication
{
    /// <summary>The builder with all services; the command line stops here.</summary>
    public static (WebApplicationBuilder Builder, PortalSettings Settings) Prepare(string[] args)
    {
        var builder = WebApplication.CreateBuilder(PortalHosting.Options(args)).AddPortalHosting();
        var settings = builder.AddPortalServices();
        builder.Services.AddScoped<StartUp>().AddSingleton<OfficeCards>();
        builder.Services.AddScoped(p => p.GetRequiredService<OfficeCards>().Read(p.GetRequiredService<Translator>().Language));
        return (builder, settings);
    }

    /// <summary>The whole site, ready to run. The database is made ready first: jobs need the office's time zone.</summary>
    public static async Task<WebApplication> BuildAsync(string[] args)
    {
        var (builder, settings) = Prepare(args);
        builder.Services.AddConstituentAccess();
        builder.Services.AddBackOffice(settings.Has("Office"));
        builder.AddJobs(settings, await MakeReadyAsync(settings));
        var app = builder.Build();
        app.UsePortalHosting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPortalHosting();
        app.MapHealth();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    private static async Task<TimeZoneInfo> MakeReadyAsync(PortalSettings settings)
    {
        await using var db = settings.DatabaseSettings().Open();
        var zone = await db.Database.CanConnectAsync() && !(await db.Database.GetPendingMigrationsAsync()).Any()
            ? await db.Set<Office>().Select(o => o.TimeZone).SingleOrDefaultAsync()
            : null;
        return TimeZoneInfo.FindSystemTimeZoneById(zone ?? "America/New_York");
    }
}
