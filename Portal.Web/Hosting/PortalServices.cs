using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Demo;
using Portal.Domain.Districts;
using Portal.Domain.Offices;
using Portal.Domain.Paper;
using Portal.Domain.Paper.Converting;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Sealing;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Protection;
using Portal.Web.Hosting.Uploads;

namespace Portal.Web.Hosting;

/// <summary>Everything below the pages, for both the site and the command line.</summary>
public static class PortalServices
{
    /// <summary>Registers domain, database, keys, files, email, and the external services from the settings.</summary>
    public static PortalSettings AddPortalServices(this WebApplicationBuilder builder)
    {
        var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
        var services = builder.Services;
        // Other users of this machine must not be able to read anything, even what is sealed.
        PrivateFiles.KeepNewOnes();
        DurableDirectory.Create(settings.DataDirectory);
        var practice = new PracticeMode(PracticeData.IsIn(settings.DataDirectory));
        services.AddSingleton(settings).AddSingleton<PrivateData>().AddSingleton(practice);
        services.AddSingleton(new CookieRules(builder.NeedsHttps())).AddSingleton(ServerSettingList.Read(builder.Configuration));
        services.AddPortalDomain().AddSingleton(RateLimits.CodesMailed(builder.Configuration)).AddSingleton<DoubtfulRequests>();
        settings.DatabaseSettings().Register(services);
        services.AddSingleton(_ => KeysOf(settings));
        services.AddSingleton(new SiteAddress(new Uri(settings.PublicUrl!), settings.Mail.From) { Mailbox = settings.Mailbox.Reached });
        // Whatever the settings say, made-up people get no email.
        if (practice.IsOn)
            (settings.Mail.Host, settings.Mailbox.Host) = (null, null);
        settings.Mail.Register(services, settings.In("mail"));
        settings.Mailbox.Register(services);
        services.AddSingleton(settings.VirusScanner());
        services.AddSingleton(_ => new FolderDocumentStore(settings.In("files")))
            .AddSingleton<IDocumentStore>(p => p.GetRequiredService<FolderDocumentStore>());
        services.AddSingleton(_ => new UploadSpool(settings.In("uploads")));
        services.AddSingleton(_ => FontFiles.Locate());
        services.AddSingleton(new ConverterProcess(ConverterCommand.Beside("Portal.Web")));
        services.AddSingleton(p => Certificate(settings, p));
        services.AddSingleton(p => new PdfSeal(
            p.GetRequiredService<PaperPrinter>(), p.GetRequiredService<SigningCertificate>(), p.GetRequiredService<TimeProvider>(),
            p.GetService<TimestampAuthority>(), p.GetRequiredService<ILogger<PdfSeal>>()));
        services.AddSingleton(new ChainHeadFile(settings.In("activity-heads.txt")));
        services.AddSingleton<SessionStore>().AddSingleton<ProtectionKeyRing>();
        services.AddHostedService<Telemetry>().AddHostedService<Leftovers>();
        services.AddDataProtection().SetApplicationName("Portal");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            p => new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = p.GetRequiredService<ProtectionKeyRing>()));
        AddGeocoder(services, settings);
        AddTimestamps(services, settings);
        return settings;
    }

    // Creating a key because one is missing would hide that stored data can no longer be opened.
    private static MasterKeys KeysOf(PortalSettings settings)
    {
        if (settings.MasterKey is { Length: > 0 } key)
            return key.Split(':', 2) is [{ Length: > 0 } id, { Length: > 0 } secret]
                ? MasterKeys.FromConfiguration(id, secret)
                : throw new FormatException("The setting Portal:MasterKey has to be a name, a colon and 32 bytes in base64, such as k1:aGVsbG8….");
        var path = settings.In("keys", "master.key");
        return File.Exists(path) || !MasterKeyCheck.HoldsSealedData(settings.DatabaseSettings())
            ? MasterKeys.LoadOrCreate(path)
            : throw new CryptographicException($"There is no master key at {path}, but the database holds data sealed by one. Restore it from the key backup.");
    }

    private static SigningCertificate Certificate(PortalSettings settings, IServiceProvider provider) =>
        settings.Certificate.Path is { Length: > 0 } path
            ? SigningCertificate.Load(settings.In("certificates"), path, settings.Certificate.Password)
            : SigningCertificate.LoadOrCreate(settings.In("certificates"), SealName, provider.GetRequiredService<TimeProvider>());

    /// <summary>Name of the signer in a certificate that the portal creates itself.</summary>
    internal const string SealName = "Congressional office casework";

    // Someone is waiting for their signature to be completed.
    private static readonly TimeSpan LongestStamping = TimeSpan.FromSeconds(8);

    private static void AddTimestamps(IServiceCollection services, PortalSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.TimestampAuthority))
            return;
        if (!Uri.TryCreate(settings.TimestampAuthority, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new FormatException($"Portal:TimestampAuthority must be an http or https address, not \"{settings.TimestampAuthority}\".");
        services.AddHttpClient(nameof(TimestampAuthority), http => http.Timeout = LongestStamping);
        services.AddSingleton(p => new TimestampAuthority(p.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(TimestampAuthority)), address));
    }

    // The person's address is in the query string of the geocoder request, so the request isn't logged.
    private static void AddGeocoder(IServiceCollection services, PortalSettings settings)
    {
        if (!settings.Geocoder)
            services.AddSingleton<IGeocoder, NoGeocoder>();
        else
            services.AddSingleton(new CensusGeocoderSettings()).AddHttpClient<IGeocoder, CensusGeocoder>().RemoveAllLoggers();
    }

    /// <summary>Registers the job engine, and runs the jobs if this process has the Jobs role.</summary>
    public static void AddJobs(this WebApplicationBuilder builder, PortalSettings settings)
    {
        builder.Services.AddJobEngine(settings.DatabaseSettings(), settings.Has("Jobs"), OfficeZoneAsync);
        if (settings.Has("Jobs"))
            builder.Services.AddMailboxWatch();
    }

    private static async Task<TimeZoneInfo> OfficeZoneAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var zone = await services.GetRequiredService<PortalDb>().Set<Office>().Select(o => o.TimeZone).SingleOrDefaultAsync(cancellation);
        return TimeZoneInfo.FindSystemTimeZoneById(zone ?? "America/New_York");
    }
}
