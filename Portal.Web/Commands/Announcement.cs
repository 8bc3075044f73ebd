using Portal.BackOffice.Security;
using Portal.Domain.Demo;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Mail;
using Portal.Web.Hosting;

namespace Portal.Web.Commands;

/// <summary>Prints the site's address and any remaining setup steps when the site starts.</summary>
internal static class Announcement
{
    /// <summary>Prints plain lines instead of log lines.</summary>
    public static async Task WriteAsync(WebApplication app, bool hasDemo, TextWriter output, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var settings = app.Services.GetRequiredService<PortalSettings>();
        var at = app.Urls.Order(StringComparer.Ordinal).FirstOrDefault()?.TrimEnd('/') ?? settings.PublicUrl!.TrimEnd('/');
        if (settings.Has("Public"))
            await output.WriteLineAsync($"Public site:        {at}/");
        if (settings.Has("Office"))
            await output.WriteLineAsync($"Back office:        {at}/office");
        if (app.Environment.IsDevelopment() && app.Services.GetRequiredService<IMailServer>() is FolderMailServer)
            await output.WriteLineAsync($"Emails sent:        {at}/mail");
        if (await app.Services.GetRequiredService<SiteOpening>().ProblemsAsync(cancellation) is { Count: > 0 } problems)
        {
            await output.WriteLineAsync("The public site says that the office is being set up, and takes no requests, because:");
            foreach (var problem in problems)
                await output.WriteLineAsync($"- {problem}");
        }

        if (hasDemo)
            await WriteDemoAsync(app.Services, scope.ServiceProvider.GetRequiredService<DemoTour>(), at, output, cancellation);
        await WriteMissingAsync(scope.ServiceProvider.GetRequiredService<InstallationQuery>(), output, cancellation);
    }

    private static async Task WriteDemoAsync(IServiceProvider services, DemoTour tour, string at, TextWriter output, CancellationToken cancellation)
    {
        if (await tour.ReferenceAsync(cancellation) is not { } reference)
            return;
        await output.WriteLineAsync($"A case to look up:  {at}/status  reference {reference}, email {DemoCases.TryEmail}");
        if (!services.GetRequiredService<PortalSettings>().Has("Office"))
            return;
        var links = services.GetRequiredService<DemoLinks>();
        foreach (var (who, email) in ((string, string)[])[("a caseworker: ", DemoOffice.CaseworkerEmail), ("administrator:", DemoOffice.AdministratorEmail)])
            if (await tour.StaffAsync(email, cancellation) is { } id)
                await output.WriteLineAsync($"As {who}   {at}{links.LinkFor(id)}  (works once)");
    }

    private static async Task WriteMissingAsync(InstallationQuery installation, TextWriter output, CancellationToken cancellation)
    {
        if (await installation.OfficeAsync(cancellation) is null)
            await output.WriteLineAsync("To set up the office, run setup, then staff add. For help, run setup --help.");
        else if (await installation.CountAdministratorsAsync(cancellation) == 0)
            await output.WriteLineAsync("No one can administer this site yet. Run: staff add YOU@EXAMPLE.GOV --role Administrator");
    }
}
