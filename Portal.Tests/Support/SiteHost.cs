using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Domain;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Mail.Incoming;

namespace Portal.Tests.Support;

/// <summary>
/// The real application as <c>serve</c> starts it outside Development, over HTTPS, with its own data directory. Jobs don't
/// run by themselves; a test runs the ones it needs.
/// </summary>
public class SiteHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Zip = "10025";
    public const string SharedZip = "10026";
    public const string ZipElsewhere = "90210";

    public static readonly Uri Address = new("https://localhost/");

    public string Folder { get; } = Directory.CreateTempSubdirectory("portal-site-").FullName;

    public SiteClock Clock { get; } = new();

    /// <summary>What arrives by email.</summary>
    public TestMailbox Mailbox { get; } = new();

    public SiteLog Log { get; } = new();

    /// <summary>Where emails go; a folder by default.</summary>
    protected virtual IMailServer MailServer => new FolderMailServer(Path.Combine(Folder, "mail"));

    /// <summary>Public, Office, or both.</summary>
    protected virtual string Roles => "Public,Office";

    /// <summary>The minimum level that is logged.</summary>
    protected virtual LogLevel LogsFrom => LogLevel.Warning;

    /// <summary>Additional settings, as if from the environment.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    /// <summary>Sets up the office; call it before anything else on the site.</summary>
    public virtual async ValueTask InitializeAsync() => await SiteTemplate.CopyToAsync(Folder);

    /// <summary>A new browser with its own cookies.</summary>
    public SiteBrowser Browser() => new(Address, Server.CreateHandler());

    /// <summary>Runs something in its own scope, as a request would.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> query) => WithAsync<PortalDb, T>(async db => Opened.All(await query(db)));

    /// <summary>Sends all due emails and returns all sent emails, newest first.</summary>
    public async Task<IReadOnlyList<MailEnvelope>> MailsAsync()
    {
        while (await WithAsync<MailDueJob, int>(job => job.RunAsync(default)) > 0)
        {
        }

        return new FolderMailServer(Path.Combine(Folder, "mail")).Read(10_000);
    }

    /// <summary>The latest code emailed to an address.</summary>
    public async Task<string> CodeForAsync(string email) =>
        (await MailsAsync())
            .Where(m => m.To == email)
            .Select(m => System.Text.RegularExpressions.Regex.Match(
                m.Text, @"^\s{4}(\d{6})\s*$", System.Text.RegularExpressions.RegexOptions.Multiline))
            .First(m => m.Success).Groups[1].Value;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Portal:DataDirectory", Folder).UseSetting("Portal:Roles", Roles).UseSetting("Portal:PublicUrl", Address.ToString());
        // A whole test comes from one client address and posts more than a person does.
        foreach (var limit in (string[])["public-post", "request-step", "doubtful-request", "code", "mailed-codes", "upload", "sign-in", "verify", "paper", "everything"])
            builder.UseSetting($"Portal:Limits:{limit}:Permits", "100000");
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogsFrom).AddProvider(Log));
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock).AddSingleton(MailServer).AddSingleton<IOfficeMailbox>(Mailbox)
            // Fast password hashing: there is no attacker to slow down here.
            .PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1));
    }
}
