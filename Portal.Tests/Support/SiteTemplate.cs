using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Districts;
using Portal.Domain.Offices;
using Portal.Domain.Paper.Sealing;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Files;
using Portal.Tests.Domain.Districts;

namespace Portal.Tests.Support;

/// <summary>
/// The data directory that every test site starts from. Set up once per run, because migrating, seeding and generating keys
/// take seconds.
/// </summary>
internal static class SiteTemplate
{
    private const string Districts =
        $"state_fips,state_abbr,zcta,cd\n36,NY,{SiteHost.Zip},12\n36,NY,{SiteHost.SharedZip},12\n36,NY,{SiteHost.SharedZip},13\n06,CA,{SiteHost.ZipElsewhere},7\n";

    private static readonly Lazy<Task<string>> Folder = new(SetUpAsync);

    public static async Task CopyToAsync(string folder)
    {
        var template = await Folder.Value;
        CopyAll(template, folder);
    }

    // Uses the product's own method, because it checks that no one else can read its folders.
    private static void CopyAll(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            if (path.EndsWith("-wal", StringComparison.Ordinal) || path.EndsWith("-shm", StringComparison.Ordinal))
                continue;
            var copy = Path.Combine(to, Path.GetRelativePath(from, path));
            DurableDirectory.Create(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    private static async Task<string> SetUpAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-site-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using var site = new Blank();
        Assert.IsType<ImportLegislators.Imported>(await site.WithAsync<ImportLegislators, Outcome>(
            o => o.ExecuteAsync(new(new StringReader(LegislatorSample.Current), new StringReader(LegislatorSample.Offices)), Actor.System("test"), default)));
        Assert.IsType<ImportDistricts.Imported>(await site.WithAsync<ImportDistricts, Outcome>(o => o.ExecuteAsync(
            new(new StringReader(Districts)), Actor.System("test"), default)));
        Assert.IsType<SetUpOfficeResult.Done>(await site.WithAsync<SetUpOffice, Outcome>(
            o => o.ExecuteAsync(new() { Bioguide = "A000001", Phone = "212-555-0100", Email = "help@nunez.example.gov" }, Actor.System("test"), default)));
        site.Services.GetRequiredService<SigningCertificate>();
        await site.ReadAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        CopyAll(site.Folder, folder);
        return folder;
    }

    private sealed class Blank : SiteHost;
}
