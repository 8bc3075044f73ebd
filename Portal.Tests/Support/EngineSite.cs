using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Browser;

namespace Portal.Tests.Support;

/// <summary>A process of the site with its job engine, on a database that other processes may share. The office of <see cref="TestOffice"/> is there.</summary>
public sealed class EngineSite(TestDatabase database, string roles = "Public,Office,Jobs") : SiteHost
{
    /// <summary>The key of every process on these databases.</summary>
    public const string MasterKey = "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    public JobStorage Storage => Services.GetRequiredService<JobStorage>();

    /// <summary>Mails this process sent.</summary>
    public IReadOnlyList<MailEnvelope> Sent => new FolderMailServer(Path.Combine(Folder, "mail")).Read(10_000);

    protected override string Roles => roles;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Portal:Database:Provider", database.Provider.ToString()), new("Portal:Database:ConnectionString", database.Settings.ConnectionString),
        new("Portal:MasterKey", MasterKey),
    ];

    /// <summary>A process that serves and, when it has the role, has its engine running.</summary>
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

    /// <summary>When the engine last started the job by its schedule, and when it will next.</summary>
    public EngineTimes.Times? TimesOf(string job) => Services.GetRequiredService<EngineTimes>().Read().GetValueOrDefault(job);
}
