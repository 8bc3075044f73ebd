using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Mail;

namespace Portal.Web.Hosting;

/// <summary>
/// Whether the public site can keep what it promises: it needs an office, and emails that leave. Until then, its pages say that the
/// office is being set up, and nothing is accepted.
/// </summary>
public sealed class SiteOpening(IServiceScopeFactory scopes, MailSetup mail, PortalSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    // A new mail server may fail for a while, for example until its name is known everywhere.
    private static readonly TimeSpan MailPatience = TimeSpan.FromMinutes(15);
    private (IReadOnlyList<string> Problems, DateTimeOffset ReadAt)? _read;

    /// <summary>What keeps the site closed, in sentences for whoever runs it; none once it is open.</summary>
    public async ValueTask<IReadOnlyList<string>> ProblemsAsync(CancellationToken cancellation)
    {
        if (_read is { } read && clock.GetUtcNow() - read.ReadAt < MaxAge)
            return read.Problems;
        var problems = await FindAsync(cancellation);
        _read = (problems, clock.GetUtcNow());
        return problems;
    }

    private async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var installation = scope.ServiceProvider.GetRequiredService<InstallationQuery>();
        var problems = new List<string>();
        if (await installation.OfficeAsync(cancellation) is null)
            problems.Add("No office is set up. Run setup.");
        if (mail.Problem is { } wrong)
            problems.Add(wrong.Sentence("en"));
        else if (mail.Security is not null && !settings.Mail.HasRealSender)
            problems.Add("Emails would come from an address no one can reply to. Set Portal:Mail:From.");
        else if (await installation.MailNeverWorkedAsync(MailPatience, cancellation))
            problems.Add("No email has ever been sent, and the server has refused them for a while. Run: mail test YOU@EXAMPLE.GOV");
        return problems;
    }
}

/// <summary>Closes the public pages until the office is set up.</summary>
public static class ClosedSite
{
    private const string ClosedKey = "site-closed";
    private const string RetryAfterSeconds = "300";

    /// <summary>Add it after routing.</summary>
    public static void UseSiteOpening(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!IsPublicPage(context.GetEndpoint())
            || (await context.RequestServices.GetRequiredService<SiteOpening>().ProblemsAsync(context.RequestAborted)).Count == 0)
        {
            await next(context);
            return;
        }

        context.Items[ClosedKey] = true;
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
    });

    /// <summary>Whether the request was refused because the office is still being set up.</summary>
    public static bool HasClosedSite(this HttpContext context) => context.Items.ContainsKey(ClosedKey);

    private static bool IsPublicPage(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<PageActionDescriptor>() is { AreaName: null, ViewEnginePath: var page }
        && page != "/Error" && !page.StartsWith("/Dev/", StringComparison.Ordinal);
}
