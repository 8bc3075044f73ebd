using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Commands;

/// <summary>Another master key under the right name: no command works with it, and doctor says why.</summary>
public sealed partial class WrongKeyTests : IDisposable
{
    private const string Why = "has the right name, but it isn't the key that sealed the data";
    private readonly CommandRun _run = new();

    [Theory]
    [InlineData("setup --phone 212-555-0199")]
    [InlineData("staff add a@example.gov --role Administrator")]
    [InlineData("import districts zips.csv")]
    [InlineData("seed --cases 1")]
    public async Task A_command_that_would_write_refuses(string command)
    {
        await SwapKeyAsync();
        var (code, _, error) = await _run.RunAsync(command.Split(' '));
        Assert.Equal(1, code);
        Assert.Contains(Why, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_says_so()
    {
        await SwapKeyAsync();
        var (code, output, _) = await _run.RunAsync("doctor");
        Assert.Equal(1, code);
        Assert.Contains(Why, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_office_without_its_key_gets_no_new_one()
    {
        await SetUpAsync();
        File.Delete(KeyPath);
        var (code, _, error) = await _run.RunAsync("setup", "--phone", "212-555-0199");
        Assert.Equal(1, code);
        Assert.Contains("There is no master key at", error, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyPath));
    }

    [Fact]
    public async Task The_site_does_not_start_with_it()
    {
        await SwapKeyAsync();
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), "--urls=http://127.0.0.1:0", $"--Portal:DataDirectory={_run.Data}"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var site = Process.Start(start)!;
        _ = site.StandardOutput.ReadToEndAsync();
        Assert.Contains(Why, await site.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        await site.WaitForExitAsync();
        Assert.Equal(1, site.ExitCode);
    }

    [Fact]
    public async Task A_running_site_is_not_ready_when_its_database_is_another_one()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        using var browser = site.Browser();
        Assert.DoesNotContain("key:", (await browser.GetAsync("/readyz")).Text, StringComparison.Ordinal);
        var other = new SystemCipher(MasterKeys.FromConfiguration("k", Convert.ToBase64String(new byte[32]))).Seal("x", "y");
        await site.ReadAsync(db => db.Set<KeyProof>().Where(p => p.Name != MasterKeyCheck.IndexName)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Value, other)));
        var ready = await browser.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Contains("key: ", ready.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();

    private string KeyPath => Path.Combine(_run.Data, "keys", "master.key");

    private Task SetUpAsync() => _run.DoAsync("setup", "--chamber", "House", "--member", "Ana Núñez", "--state", "NY", "--district", "12");

    private async Task SwapKeyAsync()
    {
        await SetUpAsync();
        await File.WriteAllTextAsync(KeyPath, Other(await File.ReadAllTextAsync(KeyPath)));
    }

    private static string Other(string ring) => KeyText().Replace(ring, $"\"{Convert.ToBase64String(new byte[32])}\"");

    // JSON writes a plus sign as six characters.
    [GeneratedRegex("\"[^\"]{43,}=\"")]
    private static partial Regex KeyText();

    private sealed class Site : SiteHost;
}
