using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Activity;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;
using Portal.Web.Commands;

namespace Portal.Tests.Web.Commands;

/// <summary>Commands on an office in use: export, verify, audit, backup and restore.</summary>
public sealed class CaseCommandTests(CaseCommandTests.Office office) : IClassFixture<CaseCommandTests.Office>
{
    [Fact]
    public async Task Export_writes_the_whole_case()
    {
        var folder = office.Place("export");
        var (code, output, error) = await office.RunAsync("export", office.Reference, folder);
        Assert.True(code == 0, error);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).ToList();
        Assert.Contains(files, f => f.EndsWith(".json", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith(".png", StringComparison.Ordinal));
        Assert.Contains($"Wrote {files.Count} files", output, StringComparison.Ordinal);
        Assert.Contains(
            "My payment of October",
            string.Join('\n', files.Where(f => f.EndsWith(".json", StringComparison.Ordinal)).Select(f => File.ReadAllText(Path.Combine(folder, f)))),
            StringComparison.Ordinal);

        Assert.Equal(1, (await office.RunAsync("export", office.Reference, folder)).Code); // never into a folder that isn't empty
        Assert.Equal(1, (await office.RunAsync("export", "7KQ2M-XW94A", office.Place("none"))).Code);
    }

    [Fact]
    public async Task A_sealed_release_is_verified()
    {
        var path = office.Place("release.pdf");
        await File.WriteAllBytesAsync(path, office.Pdf);
        Assert.Equal(0, (await office.RunAsync("verify", path)).Code);
        office.Pdf[^30] ^= 1;
        await File.WriteAllBytesAsync(path, office.Pdf);
        office.Pdf[^30] ^= 1;
        var (code, output, _) = await office.RunAsync("verify", path);
        Assert.Equal(1, code);
        Assert.NotEqual("", output);
    }

    /// <summary>Old seals stay ours, the command says to restart the site, and showing the certificate changes nothing.</summary>
    [Fact]
    public async Task After_a_certificate_renewal_old_releases_stay_verifiable()
    {
        using var elsewhere = new CommandRun();
        var backup = office.Place("before-renewal");
        Assert.Equal(0, (await office.RunAsync("backup", backup, "--with-keys")).Code);
        await elsewhere.DoAsync("restore", backup);
        var (_, before, _) = await elsewhere.RunAsync("certificate", "show");
        Assert.Matches("^Sealing with:  .*SHA-256 [0-9A-F]{64}", before);
        Assert.DoesNotContain("Earlier:", before, StringComparison.Ordinal);
        var (code, renewed, error) = await elsewhere.RunAsync("certificate", "renew");
        Assert.True(code == 0, error);
        Assert.Contains("Restart every process of the site", renewed, StringComparison.Ordinal);
        Assert.Matches($"Earlier: .*{before.TrimEnd()[^64..]}", renewed);
        var path = Path.Combine(elsewhere.Folder, "release.pdf");
        await File.WriteAllBytesAsync(path, office.Pdf);
        await elsewhere.DoAsync("verify", path, "--in-force");
        Assert.Contains("earlier certificates can still be verified", (await elsewhere.RunAsync("doctor")).Output, StringComparison.Ordinal);

        Assert.Contains(
            "isn't issuing timestamps",
            (await elsewhere.RunAsync("doctor", "--Portal:TimestampAuthority=http://127.0.0.1:9/")).Output,
            StringComparison.Ordinal);
        var refused = await elsewhere.RunAsync("certificate", "renew", "--Portal:Certificate:Path=/somewhere/bought.pfx");
        Assert.Equal(1, refused.Code);
        Assert.Contains("/somewhere/bought.pfx", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_restored_completely()
    {
        var backup = office.Place("backup");
        var (code, _, error) = await office.RunAsync("backup", backup, "--with-keys");
        Assert.True(code == 0, error);
        using var elsewhere = new CommandRun();
        await elsewhere.DoAsync("restore", backup);
        var refused = await elsewhere.RunAsync("restore", backup);
        Assert.Equal(1, refused.Code); // an existing office is never overwritten by accident
        await elsewhere.DoAsync("restore", backup, "--force");
        await elsewhere.DoAsync("audit", "verify");
        var path = Path.Combine(elsewhere.Folder, "release.pdf");
        await File.WriteAllBytesAsync(path, office.Pdf);
        await elsewhere.DoAsync("verify", path);
        await elsewhere.DoAsync("export", office.Reference, Path.Combine(elsewhere.Folder, "case"));

        var damaged = Directory.EnumerateFiles(backup, "*", SearchOption.AllDirectories).First(f => f.Contains("files", StringComparison.Ordinal));
        var bytes = await File.ReadAllBytesAsync(damaged);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(damaged, bytes);
        using var third = new CommandRun();
        Assert.Equal(1, (await third.RunAsync("restore", backup)).Code);
        Assert.False(File.Exists(Path.Combine(third.Data, "portal.db")));
    }

    /// <summary>A new key in place of a lost one would hide the loss until someone opens a case.</summary>
    [Fact]
    public async Task Without_its_master_key_the_office_does_not_start_and_no_key_is_created()
    {
        var backup = office.Place("without-keys");
        Assert.Equal(0, (await office.RunAsync("backup", backup)).Code);
        using var elsewhere = new CommandRun();
        await elsewhere.DoAsync("restore", backup);
        string[] start = ["staff", "add", "late@example.gov", "--role", "Intern"];
        async Task RefusesAsync(string why, params string[] setting)
        {
            var (code, _, error) = await elsewhere.RunAsync([.. start, .. setting]);
            Assert.Equal(1, code);
            Assert.Contains(why, error, StringComparison.Ordinal);
        }

        await RefusesAsync("There is no master key at");
        Assert.False(File.Exists(Path.Combine(elsewhere.Data, "keys", "master.key")));
        var other = Convert.ToBase64String(new byte[32]);
        await RefusesAsync("sealed by a master key that is missing", "--Portal:MasterKey=other:" + other);
        await RefusesAsync("a name, a colon and 32 bytes", "--Portal:MasterKey=" + other);
    }

    [Theory]
    [InlineData("keys/master.key")]
    [InlineData("certificates/seal.pfx")]
    [InlineData("certificates/seal.password")]
    [InlineData("certificates/bought.pfx")]
    [InlineData("certificates/bought.key")]
    [InlineData("keys/old.key")]
    public async Task A_backup_holds_nothing_that_opens_or_forges(string secret)
    {
        var path = Path.Combine(office.Folder, secret);
        if (!File.Exists(path))
            await File.WriteAllTextAsync(path, "a secret " + Guid.CreateVersion7());
        var known = await File.ReadAllBytesAsync(path);
        var backup = office.Place("no-" + secret.Replace('/', '-'));
        var (_, output, _) = await office.RunAsync("backup", backup);
        Assert.Contains("The master key is not in this backup.", output, StringComparison.Ordinal);
        Assert.Contains("The key that seals releases is not in this backup.", output, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(backup, "*", SearchOption.AllDirectories))
        {
            Assert.NotEqual(Path.GetFileName(secret), Path.GetFileName(file));
            Assert.True((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(known) < 0, file);
        }
    }

    [Fact]
    public async Task With_its_master_key_a_backup_still_verifies_what_was_sealed_and_gets_a_new_sealing_key()
    {
        var backup = office.Place("without-seal");
        Assert.Equal(0, (await office.RunAsync("backup", backup)).Code);
        using var elsewhere = new CommandRun();
        await elsewhere.DoAsync("restore", backup);
        CopyKeys(elsewhere);
        var path = Path.Combine(elsewhere.Folder, "release.pdf");
        await File.WriteAllBytesAsync(path, office.Pdf);
        await elsewhere.DoAsync("verify", path, "--in-force");
        Assert.Contains("Earlier: ", await elsewhere.DoAsync("certificate", "show"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restoring_over_a_site_keeps_the_keys_that_the_backup_does_not_hold()
    {
        var backup = office.Place("over");
        Assert.Equal(0, (await office.RunAsync("backup", backup)).Code);
        using var elsewhere = new CommandRun();
        await elsewhere.DoAsync("restore", backup);
        CopyKeys(elsewhere);
        await elsewhere.DoAsync("certificate", "renew");
        string[] secrets = ["keys/master.key", "certificates/seal.pfx", "certificates/seal.password"];
        var before = secrets.Select(s => Convert.ToHexString(File.ReadAllBytes(Path.Combine(elsewhere.Data, s)))).ToList();
        await elsewhere.DoAsync("restore", backup, "--force");
        Assert.Equal(before, secrets.Select(s => Convert.ToHexString(File.ReadAllBytes(Path.Combine(elsewhere.Data, s)))));
        var path = Path.Combine(elsewhere.Folder, "release.pdf");
        await File.WriteAllBytesAsync(path, office.Pdf);
        await elsewhere.DoAsync("verify", path);
    }

    [Fact]
    public async Task On_request_a_backup_holds_the_keys_and_says_so()
    {
        var backup = office.Place("with-both");
        var (_, output, _) = await office.RunAsync("backup", backup, "--with-keys");
        Assert.Contains("Keys are in this backup", output, StringComparison.Ordinal);
        Assert.All(
            ["keys/master.key", "certificates/seal.pfx", "certificates/seal.password"],
            secret => Assert.True(File.Exists(Path.Combine(backup, secret)), secret));
    }

    private void CopyKeys(CommandRun to)
    {
        Directory.CreateDirectory(Path.Combine(to.Data, "keys"));
        File.Copy(Path.Combine(office.Folder, "keys", "master.key"), Path.Combine(to.Data, "keys", "master.key"));
    }

    [Fact]
    public async Task Tampering_with_the_activity_record_is_detected()
    {
        var backup = office.Place("audit");
        Assert.Equal(0, (await office.RunAsync("backup", backup, "--with-keys")).Code);
        foreach (var sql in (string[])
            [
                "UPDATE \"Activity\" SET \"OccurredAt\" = '2020-01-01 00:00:00' WHERE \"Id\" = (SELECT \"ActivityId\" FROM \"ActivitySeal\" WHERE \"Sequence\" = 2)",
                "DELETE FROM \"ActivitySeal\" WHERE \"Sequence\" = 2",
                "DELETE FROM \"Activity\" WHERE \"Id\" = (SELECT \"ActivityId\" FROM \"ActivitySeal\" WHERE \"Sequence\" = 1)"
            ])
        {
            using var copy = new CommandRun();
            await copy.DoAsync("restore", backup);
            await copy.DoAsync("audit", "verify");
            Tamper(Path.Combine(copy.Data, "portal.db"), sql);
            var (code, _, error) = await copy.RunAsync("audit", "verify");
            Assert.True(code == 1, sql);
            Assert.Contains("damaged", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Doctor_finds_a_healthy_office()
    {
        var (_, output, error) = await office.RunAsync("doctor");
        Assert.Equal("", error);
        Assert.DoesNotContain(
            "triggers",
            string.Join('\n', output.Split('\n').Where(l => l.StartsWith("PROBLEM", StringComparison.Ordinal))),
            StringComparison.OrdinalIgnoreCase);
    }

    private static void Tamper(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 'DROP TRIGGER \"' || name || '\";' FROM sqlite_master WHERE type='trigger'";
        var drops = new List<string>();
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                drops.Add(reader.GetString(0));
        Assert.NotEmpty(drops);
        command.CommandText = "PRAGMA foreign_keys=OFF; " + string.Concat(drops) + sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    public sealed class Office : SiteHost
    {
        public string Reference { get; private set; } = "";

        public byte[] Pdf { get; private set; } = [];

        private readonly string _places = Directory.CreateTempSubdirectory("portal-places-").FullName;

        public string Place(string name) => Path.Combine(_places, name);

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            using var browser = Browser();
            Reference = (await browser.AskForHelpAsync(new() { Email = "command@example.org" })).Reference();
            var link = "/release/" + await ReadAsync(db => db.Set<PrivacyRelease>().Select(r => r.LinkToken).SingleAsync());
            await browser.SignAsync(link, "Ana García");
            Pdf = await browser.CopyAsync(link);
            await (await browser.GetAsync("/status/case")).Form("Add this file").Attach("Upload", "scan.png", Domain.Paper.Inspection.Sample.Png()).SendAsync();
            await WithAsync<Portal.Domain.Documents.DocumentPendingJob, int>(job => job.RunAsync(default));
            await WithAsync<SealActivityJob, int>(job => job.RunAsync(default));
        }

        public async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            return (
                await CommandLine.RunAsync([.. args, $"--Portal:DataDirectory={Folder}", "--Portal:PublicUrl=https://localhost/"], output, error),
                output.ToString(),
                error.ToString());
        }
    }
}
