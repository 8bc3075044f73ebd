using System.Net;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;

namespace Portal.Web.Hosting;

/// <summary>What this installation is told by configuration (<c>Portal:…</c>, or <c>Portal__…</c> in the environment).</summary>
public sealed class PortalSettings
{
    /// <summary>Where database, keys, files and mails lie. Default: <c>data</c> beside the site.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Public, Office and Jobs, comma-separated; all three by default.</summary>
    public string Roles { get; set; } = "Public,Office,Jobs";

    /// <summary>The address people reach the site at; mails link to it. Default: the first address it listens on.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>The database; SQLite in the data directory by default.</summary>
    public DatabaseSection Database { get; set; } = new();

    /// <summary>The mail server; in Development a folder by default.</summary>
    public MailSettings Mail { get; set; } = new();

    /// <summary>clamd, as <c>host:port</c> or <c>unix:/path</c>; none by default.</summary>
    public string? Scanner { get; set; }

    /// <summary>The master key from outside: <c>id:base64</c>. Default: a file in the data directory.</summary>
    public string? MasterKey { get; set; }

    /// <summary>A PFX to seal with instead of the one made at first start.</summary>
    public CertificateSection Certificate { get; set; } = new();

    /// <summary>Address of a time-stamping authority (RFC 3161), http or https; none by default.</summary>
    public string? TimestampAuthority { get; set; }

    /// <summary>Whether the Census geocoder may be asked about addresses.</summary>
    public bool Geocoder { get; set; }

    /// <summary>Whether search engines may list the pages that are not personal; false for a site that is only tried.</summary>
    public bool SearchEngines { get; set; } = true;

    /// <summary>Whom to tell about a vulnerability (RFC 9116); nobody by default.</summary>
    public SecurityTxtSection SecurityTxt { get; set; } = new();

    /// <summary>Provider and connection string.
    public sealed class DatabaseSection
    {
        /// <summary>Sqlite or PostgreSql.</summary>
        public DatabaseProvider Provider { get; set; }

        /// <summary>As the provider reads it; a file in the data directory by default.</summary>
        public string? ConnectionString { get; set; }
    }

    /// <summary>A certificate from outside.</summary>
    public sealed class CertificateSection
    {
        /// <summary>Path of the PFX.</summary>
        public string? Path { get; set; }

        /// <summary>Its password.</summary>
        public string? Password { get; set; }
    }

    /// <summary>What stands in /.well-known/security.txt.</summary>
    public sealed class SecurityTxtSection
    {
        /// <summary>Where to write or call: an address that begins with mailto:, https: or tel:.</summary>
        public string? Contact { get; set; }

        /// <summary>The last day on which this can be relied on; at most a year away.</summary>
        public DateOnly? Expires { get; set; }

        /// <summary>The languages a report may be written in, by code.</summary>
        public string Languages { get; set; } = "en, es";

        /// <summary>Whether there is enough to show; without an end the file would not be valid.</summary>
        public bool IsWhole => !string.IsNullOrWhiteSpace(Contact) && Expires is not null;
    }

    /// <summary>Reads the settings; relative paths start at the content root.</summary>
    public static PortalSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.GetSection("Portal").Get<PortalSettings>() ?? new();
        settings.DataDirectory = Path.GetFullPath(settings.DataDirectory, environment.ContentRootPath);
        settings.PublicUrl ??= (configuration["urls"] ?? configuration["ASPNETCORE_URLS"] ?? "http://localhost:5080").Split(';')[0].Replace("//+", "//localhost").Replace("//*", "//localhost").Replace("//0.0.0.0", "//localhost").Replace("//[::]", "//localhost");
        if (settings.SecurityTxt.Contact is { Length: > 0 } contact && !(Uri.TryCreate(contact, UriKind.Absolute, out var uri) && uri.Scheme is "mailto" or "https" or "tel"))
            throw new FormatException($"Portal:SecurityTxt:Contact must begin with mailto:, https: or tel:, unlike \"{contact}\".");
        return settings;
    }

    /// <summary>Whether this process has the role.</summary>
    public bool Has(string role) => Roles.Split(',', StringSplitOptions.TrimEntries).Contains(role, StringComparer.OrdinalIgnoreCase);

    /// <summary>A file or folder of the data directory.</summary>
    public string In(params ReadOnlySpan<string> parts) => Path.Combine([DataDirectory, .. parts]);

    /// <summary>Which database, and where.</summary>
    public DatabaseSettings DatabaseSettings() => Database.Provider == DatabaseProvider.Sqlite && string.IsNullOrEmpty(Database.ConnectionString)
        ? Portal.Domain.Platform.Database.DatabaseSettings.File(In("portal.db"))
        : new(Database.Provider, Database.ConnectionString ?? throw new InvalidOperationException("Portal:Database:ConnectionString is missing."));

    /// <summary>The virus scanner; one that says so when none is set up.</summary>
    public IVirusScanner VirusScanner() => string.IsNullOrWhiteSpace(Scanner) ? new NoScanner() : new ClamdScanner(ClamdAddress.Parse(Scanner), TimeSpan.FromSeconds(30));
}
