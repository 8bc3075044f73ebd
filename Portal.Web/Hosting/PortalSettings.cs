using System.Net;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;

namespace Portal.Web.Hosting;

/// <summary>Settings of this installation (<c>Portal:…</c>, or <c>Portal__…</c> in the environment).</summary>
public sealed class PortalSettings
{
    /// <summary>Folder for the database, keys, files, and emails. Default: <c>data</c> next to the site.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Public, Office, and Jobs, comma-separated; default: all three.</summary>
    public string Roles { get; set; } = "Public,Office,Jobs";

    /// <summary>The site's public URL, used for links in emails. Default: the first URL it listens on.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>The database; default: SQLite in the data directory.</summary>
    public DatabaseSection Database { get; set; } = new();

    /// <summary>The email server; default in Development: a folder.</summary>
    public MailSettings Mail { get; set; } = new();

    /// <summary>The office's mailbox; default: none.</summary>
    public MailboxSettings Mailbox { get; set; } = new();

    /// <summary>clamd, as <c>host:port</c> or <c>unix:/path</c>; default: none.</summary>
    public string? Scanner { get; set; }

    /// <summary>External master key: <c>id:base64</c>. Default: a file in the data directory.</summary>
    public string? MasterKey { get; set; }

    /// <summary>A PFX to seal with instead of the certificate created on first start.</summary>
    public CertificateSection Certificate { get; set; } = new();

    /// <summary>URL of a time-stamping authority (RFC 3161), http or https; default: none.</summary>
    public string? TimestampAuthority { get; set; }

    /// <summary>Whether the Census geocoder can be queried for addresses.</summary>
    public bool Geocoder { get; set; }

    /// <summary>Whether search engines may list the pages that aren't personal; false for a trial site.</summary>
    public bool SearchEngines { get; set; } = true;

    /// <summary>Whom to contact about a vulnerability (RFC 9116); default: no one.</summary>
    public SecurityTxtSection SecurityTxt { get; set; } = new();

    /// <summary>Provider and connection string.</summary>
    public sealed class DatabaseSection
    {
        /// <summary>Sqlite or PostgreSql.</summary>
        public DatabaseProvider Provider { get; set; }

        /// <summary>In the provider's format; default: a file in the data directory.</summary>
        public string? ConnectionString { get; set; }
    }

    /// <summary>An external certificate.</summary>
    public sealed class CertificateSection
    {
        /// <summary>Path of the PFX.</summary>
        public string? Path { get; set; }

        /// <summary>Password of the PFX.</summary>
        public string? Password { get; set; }
    }

    /// <summary>Content of /.well-known/security.txt.</summary>
    public sealed class SecurityTxtSection
    {
        /// <summary>Where to report: a URI that begins with mailto:, https:, or tel:.</summary>
        public string? Contact { get; set; }

        /// <summary>Last day this information is valid; at most a year away.</summary>
        public DateOnly? Expires { get; set; }

        /// <summary>Codes of the languages a report can be written in.</summary>
        public string Languages { get; set; } = "en, es";

        /// <summary>Whether the required values are set; the file isn't valid without an expiration date.</summary>
        public bool IsWhole => !string.IsNullOrWhiteSpace(Contact) && Expires is not null;
    }

    /// <summary>Reads the settings. Relative paths are resolved against the content root.</summary>
    public static PortalSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.GetSection("Portal").Get<PortalSettings>() ?? new();
        settings.DataDirectory = Path.GetFullPath(settings.DataDirectory, environment.ContentRootPath);
        settings.PublicUrl ??= (configuration["urls"] ?? configuration["ASPNETCORE_URLS"] ?? "http://localhost:5080")
            .Split(';')[0]
            .Replace("//+", "//localhost")
            .Replace("//*", "//localhost")
            .Replace("//0.0.0.0", "//localhost")
            .Replace("//[::]", "//localhost");
        if (settings.SecurityTxt.Contact is { Length: > 0 } contact
            && !(Uri.TryCreate(contact, UriKind.Absolute, out var uri) && uri.Scheme is "mailto" or "https" or "tel"))
            throw new FormatException($"Portal:SecurityTxt:Contact must begin with mailto:, https: or tel:, unlike \"{contact}\".");
        return settings;
    }

    /// <summary>Whether this process has the role.</summary>
    public bool Has(string role) => Roles.Split(',', StringSplitOptions.TrimEntries).Contains(role, StringComparer.OrdinalIgnoreCase);

    /// <summary>Path of a file or folder in the data directory.</summary>
    public string In(params ReadOnlySpan<string> parts) => Path.Combine([DataDirectory, .. parts]);

    /// <summary>Whether there is a certificate to seal with. The first signature creates one.</summary>
    public bool HasCertificate => !string.IsNullOrEmpty(Certificate.Path) || File.Exists(In("certificates", "seal.pfx"));

    /// <summary>The database provider and connection string.</summary>
    public DatabaseSettings DatabaseSettings() => Database.Provider == DatabaseProvider.Sqlite && string.IsNullOrEmpty(Database.ConnectionString)
        ? Portal.Domain.Platform.Database.DatabaseSettings.File(In("portal.db"))
        : new(Database.Provider, Database.ConnectionString ?? throw new InvalidOperationException("Portal:Database:ConnectionString is missing."));

    /// <summary>The virus scanner; without one, a stand-in that reports documents as not scanned.</summary>
    public IVirusScanner VirusScanner() =>
        string.IsNullOrWhiteSpace(Scanner) ? new NoScanner() : new ClamdScanner(ClamdAddress.Parse(Scanner), TimeSpan.FromSeconds(30));
}
