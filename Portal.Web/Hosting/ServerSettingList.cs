using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Portal.BackOffice.Kit;
using static Portal.BackOffice.Kit.ServerSettingGroup;

namespace Portal.Web.Hosting;

/// <summary>Explains every <c>Portal:…</c> setting, with its present value and where it comes from. Secrets are never read.</summary>
public static class ServerSettingList
{
    /// <summary>Every setting, without its value. A name that ends in <c>:*</c> stands for a list or a section.</summary>
    public static IReadOnlyList<ServerSetting> Explained { get; } =
    [
        Of("DataDirectory", Server,
            Says("The folder for the database, keys, certificates, and files. To move it, stop Portal, move the folder, and start with the new path."),
            Says("“data” beside the program")),
        Of("Roles", Server,
            Says("What this process does: serve the public, serve the office, run the jobs. Several processes can share one PostgreSQL database."),
            "Public,Office,Jobs"),
        Of("PublicUrl", Server,
            Says("The address of the public site. Links in emails and on releases lead there. Once it's set, only its host name is served."),
            Says("The first address it listens on")),
        Of("Hosts:*", Server,
            Says("Other host names the site answers to. Without the right name here, visitors on that name are turned away."),
            Says("None")),
        Of("Proxies:*", Server,
            Says("Reverse proxies trusted to report a visitor's address. A wrong entry makes all visitors look like one, or lets one visitor pose as another."),
            Says("None")),
        Of("AllowHttp", Server,
            Says("Serves over plain http, to try the site on one machine. Leave it off: codes and cookies would travel unencrypted."),
            Says("Off")),
        Of("Demo", Server,
            Says("In Development, creates the demonstration office when there's no office yet. It does nothing in production."),
            Says("On")),
        Of("Database:Provider", Server,
            Says("The kind of database. SQLite is one file for one process; PostgreSQL serves several processes."),
            "Sqlite"),
        Secret("Database:ConnectionString", Server,
            Says("How to reach the database. It may hold a password, so it isn't shown."),
            Says("A file in the data folder")),
        Of("Telemetry:Endpoint", Server,
            Says("An OTLP collector that gets timings and error counts. No names and no texts are sent."),
            Says("Off")),
        Of("Mail:Host", Email,
            Says("The server that sends our email. Without one, email waits and nothing is lost."),
            Says("None; in Development, a folder")),
        Of("Mail:Port", Email,
            Says("The port of that server."),
            "587"),
        Of("Mail:Security", Email,
            Says("How the connection is encrypted. Both kinds fail rather than send in the clear; “None” is only for a server on the same computer."),
            Says("Tls on port 465, otherwise StartTls")),
        Of("Mail:UserName", Email,
            Says("The name we sign in with to send email."),
            Says("No sign-in")),
        Secret("Mail:Password", Email,
            Says("The password we sign in with to send email."),
            Says("No sign-in")),
        Secret("Mail:Token:*", Email,
            Says("Signs in with an access token (OAuth 2.0) instead of a password."),
            Says("Off")),
        Of("Mail:TrustedCertificates", Email,
            Says("A file of certificates to trust as well, for an office with its own authority."),
            Says("Only the computer's own")),
        Of("Mail:From", Email,
            Says("The address our email comes from. People see it, and mail servers check it."),
            "casework@localhost"),
        Of("Mailbox:Host", Email,
            Says("The server of the mailbox that agencies and constituents write to. With it, their email comes to the mail room and replies are read."),
            Says("None")),
        Of("Mailbox:Port", Email,
            Says("The port of the mailbox's server."),
            "993"),
        Of("Mailbox:Security", Email,
            Says("How the connection to the mailbox is encrypted."),
            Says("Tls on port 993, otherwise StartTls")),
        Of("Mailbox:UserName", Email,
            Says("The name we sign in with to read the mailbox."),
            Says("No sign-in")),
        Secret("Mailbox:Password", Email,
            Says("The password we sign in with to read the mailbox."),
            Says("No sign-in")),
        Secret("Mailbox:Token:*", Email,
            Says("Reads the mailbox with an access token (OAuth 2.0) instead of a password."),
            Says("Off")),
        Of("Mailbox:TrustedCertificates", Email,
            Says("A file of certificates to trust for the mailbox as well."),
            Says("Only the computer's own")),
        Of("Mailbox:Address", Email,
            Says("The address that reaches the mailbox. Our emails name it as the address to reply to."),
            Says("The user name, if it's an address")),
        Secret("MasterKey", Protection,
            Says("The key that everything is encrypted with. Without it, stored data can't be read, by anyone. Keep a copy apart from the data."),
            Says("A file in the data folder")),
        Of("Certificate:Path", Protection,
            Says("The certificate that seals signed releases. After a change, new releases are sealed with it; old ones stay valid."),
            Says("Made when first needed")),
        Secret("Certificate:Password", Protection,
            Says("The password of that certificate."),
            Says("None")),
        Of("TimestampAuthority", Protection,
            Says("An outside service that proves when a release was sealed. It sees a fingerprint of the document and nothing else."),
            Says("Off")),
        Of("Scanner", Protection,
            Says("The virus scanner (clamd). Without one, staff see that files weren't scanned."),
            Says("None")),
        Of("Recaptcha:SiteKey", Protection,
            Says("Uses Google reCAPTCHA instead of the built-in check. Visitors' browsers then talk to Google."),
            Says("Off; the built-in check")),
        Secret("Recaptcha:Secret", Protection,
            Says("The secret half of the reCAPTCHA keys."),
            Says("None")),
        Of("Recaptcha:Version", Protection,
            Says("The version of reCAPTCHA, 2 or 3."),
            "3"),
        Of("Recaptcha:LeastScore", Protection,
            Says("Below this score, staff are asked to look at a request. Nothing is refused."),
            "0.5"),
        Of("Recaptcha:HostNames:*", Protection,
            Says("The host names that reCAPTCHA answers may come from."),
            Says("Any")),
        Of("Geocoder", Protection,
            Says("Asks the Census Bureau about an address when the ZIP code alone doesn't decide the district. The address leaves this server."),
            Says("Off")),
        Of("ShowGovernmentBanner", Site,
            Says("Shows “An official website of the United States government” on top. Only for .gov and .mil addresses."),
            Says("Off")),
        Of("SearchEngines", Site,
            Says("Lets search engines list the public pages. Turn it off for a trial site. Personal pages are never listed."),
            Says("On")),
        Of("SecurityTxt:Contact", Site,
            Says("Whom researchers tell about a security problem, at /.well-known/security.txt."),
            Says("None")),
        Of("SecurityTxt:Expires", Site,
            Says("The last day that contact can be relied on, at most a year away."),
            Says("None")),
        Of("SecurityTxt:Languages", Site,
            Says("The languages a report can be written in."),
            "en, es"),
        Of("Limits:public-post:*", Limits,
            Says("Ordinary public forms, from one address."),
            Says("120 in 60 seconds")),
        Of("Limits:request-step:*", Limits,
            Says("Steps of a request, from one address. A library is many people behind one address, so don't set it too low."),
            Says("300 in 60 seconds")),
        Of("Limits:code:*", Limits,
            Says("Asking for codes and trying them, from one address."),
            Says("30 in 600 seconds")),
        Of("Limits:upload:*", Limits,
            Says("Files sent from one address."),
            Says("120 in 600 seconds")),
        Of("Limits:verify:*", Limits,
            Says("Checks whether a document is genuine, from one address."),
            Says("60 in 60 seconds")),
        Of("Limits:sign-in:*", Limits,
            Says("Passwords, second factors, and passkeys tried from one address."),
            Says("40 in 300 seconds")),
        Of("Limits:paper:*", Limits,
            Says("Forms and confirmations printed from one address."),
            Says("60 in 60 seconds")),
        Of("Limits:everything:*", Limits,
            Says("Requests of any kind from one address."),
            Says("1,200 in 60 seconds")),
        Of("Limits:mailed-codes:*", Limits,
            Says("Codes emailed to one address or for one case. Whoever is over it gets the usual answer and no email."),
            Says("6 in 3,600 seconds")),
        Of("Limits:doubtful-request:*", Limits,
            Says("Requests from one address that the bot check couldn't clear."),
            Says("20 in 3,600 seconds")),
    ];

    /// <summary>The settings with their present values.</summary>
    public static ServerSettings Read(IConfiguration configuration) => new([.. Explained.Select(s => WithValue(s, configuration))]);

    private static ServerSetting WithValue(ServerSetting setting, IConfiguration configuration)
    {
        var keys = KeysOf(setting, configuration).ToList();
        if (keys.Count == 0)
            return setting;
        return setting with
        {
            Value = setting.IsSecret ? null : string.Join(", ", keys.Select(k => Written(setting, k, configuration))),
            Source = SourceOf(keys[0], configuration),
        };
    }

    private static IEnumerable<string> KeysOf(ServerSetting setting, IConfiguration configuration) => setting.Name.EndsWith(":*", StringComparison.Ordinal)
        ? configuration.GetSection(setting.FullName[..^2]).AsEnumerable().Where(p => p.Value is { Length: > 0 }).Select(p => p.Key).Order(StringComparer.Ordinal)
        : configuration[setting.FullName] is { Length: > 0 } ? [setting.FullName] : [];

    // The parts of a limit have names; the entries of a list only have numbers.
    private static string Written(ServerSetting setting, string key, IConfiguration configuration) =>
        setting.Group == Limits ? $"{key[(key.LastIndexOf(':') + 1)..]} {configuration[key]}" : configuration[key]!;

    private static ServerSettingSource SourceOf(string key, IConfiguration configuration)
    {
        var provider = (configuration as IConfigurationRoot)?.Providers.LastOrDefault(p => p.TryGet(key, out _));
        return provider switch
        {
            EnvironmentVariablesConfigurationProvider => ServerSettingSource.Environment,
            JsonConfigurationProvider => ServerSettingSource.File,
            CommandLineConfigurationProvider => ServerSettingSource.CommandLine,
            _ => ServerSettingSource.Other,
        };
    }

    private static ServerSetting Of(string name, ServerSettingGroup group, string meaning, string @default) => new(name, group, meaning, @default);

    private static ServerSetting Secret(string name, ServerSettingGroup group, string meaning, string @default) =>
        Of(name, group, meaning, @default) with { IsSecret = true };

    // Marks a sentence as a key of the translations.
    private static string Says(string english) => english;
}
