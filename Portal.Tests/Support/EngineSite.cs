using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Browser;

namespace Portal.Tests.Support;

/// <summary>
/// A site process with a job engine, on a database it may share with other processes. Starts with the office of
/// <see cref="TestOffice"/>.
/// </summary>
public sealed class EngineSite(TestDatabase database, string roles = "Public,Office,Jobs") : SiteHost
{
    /// <summary>The master key of every process on these databases.</summary>
    public const string MasterKey = "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    public JobStorage Storage => Services.GetRequiredService<JobStorage>();

    /// <summary>Emails this process sent.</summary>
    public IReadOnlyList<MailEnvelope> Sent => new FolderMailServer(Path.Combine(Folder, "mail")).Read(10_000);

    protected override string Roles => roles;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Portal:Database:Provider", database.Provider.ToString()), new("Portal:Database:ConnectionString", database.Settings.ConnectionString),
        new("Portal:MasterKey", MasterKey),
    ];

    /// <summary>Starts a process; if it has the Jobs role, its engine is running.</summary>
    public static async Task<EngineSite> StartAsync(TestDatabase database, string roles = "Public,Office,Jobs")
    {
        var site = new EngineSite(database, roles);
        await site.InitializeAsync();
        return site;
    }

    public override async ValueTask InitializeAsync()
    {
        if (roles.Contains("Jobs", StringComparison.Ordinal))
            await RunningPortal.UntilAsync(() => PortalDomain.Jobs.All(j => TimesOf(j.Name)?.Next is not null), "the job engine to start");
        else
            Assert.NotNull(Services);
    }

    /// <summary>When the engine last started the job on schedule, and when it will start it next.</summary>
    public EngineTimes.Times? TimesOf(string job) => Services.GetRequiredService<EngineTimes>().Read().GetValueOrDefault(job);
}
