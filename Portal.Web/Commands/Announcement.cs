using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Demo;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;
using Portal.Web.Hosting;

namespace Portal.Web.Commands;

/// <summary>Says on the console, once the site runs, where it is and what is still to be done.</summary>
internal static class Announcement
{
    /// <summary>Writes plain lines, not log lines.</summary>
    public static async Task WriteAsync(WebApplication app, bool hasDemo, TextWriter output, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var settings = app.Services.GetRequiredService<PortalSettings>();
        var at = app.Urls.Order(StringComparer.Ordinal).FirstOrDefault()?.TrimEnd('/') ?? settings.PublicUrl!.TrimEnd('/');
        if (settings.Has("Public"))
            await output.WriteLineAsync($"Public site:        {at}/");
        if (settings.Has("Office"))
            await output.WriteLineAsync($"Back office:        {at}/office");
        if (app.Environment.IsDevelopment() && app.Services.GetRequiredService<IMailServer>() is FolderMailServer)
            await output.WriteLineAsync($"Mails:              {at}/mail");
        if (!app.Environment.IsDevelopment() && string.IsNullOrWhiteSpace(settings.Mail.Host))
            await output.WriteLineAsync("No mail server is set (Portal:Mail:Host): mails wait, and nobody gets a code.");
        if (hasDemo)
            await WriteDemoAsync(app, settings, db, at, output, cancellation);
        await WriteMissingAsync(db, output, cancellation);
    }

    private static async Task WriteDemoAsync(WebApplication app, PortalSettings settings, PortalDb db, string at, TextWriter output, CancellationToken cancellation)
    {
        if (await DemoCases.TryReferenceAsync(db, cancellation) is not { } reference)
            return;
        await output.WriteLineAsync($"A case to look up:  {at}/status  reference {reference}  e-mail {DemoCases.TryEmail}");
        if (!settings.Has("Office"))
            return;
        var links = app.Services.GetRequiredService<DemoSignIn>();
        foreach (var (who, email) in ((string, string)[])[("a caseworker: ", DemoOffice.CaseworkerEmail), ("administrator:", DemoOffice.AdministratorEmail)])
            if (await db.Set<StaffMember>().Where(s => s.Email == email && s.DisabledAt == null).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellation) is { } id)
                await output.WriteLineAsync($"As {who}   {at}{links.LinkFor(id)}  (works once)");
    }

    private static async Task WriteMissingAsync(PortalDb db, TextWriter output, CancellationToken cancellation)
    {
        if (!await db.Set<Office>().AnyAsync(cancellation))
            await output.WriteLineAsync("No office is set up yet. Run the command setup, then staff add. See setup --help.");
        else if (!await db.Set<StaffMember>().AnyAsync(s => s.Role == StaffRole.Administrator && s.DisabledAt == null, cancellation))
            await output.WriteLineAsync("Nobody can administer this site yet. Run: staff add YOU@EXAMPLE.GOV --role Administrator");
    }
}
