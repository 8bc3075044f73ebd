using System.Runtime.Versioning;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Commands;

/// <summary>Whatever Portal writes, other users of the machine can't read it, also in a folder that was made beforehand.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateDataTests : IDisposable
{
    private const UnixFileMode Open =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly CommandRun _run = new();

    [Fact]
    public async Task Nothing_in_a_folder_made_beforehand_is_readable_by_others()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Folders decide.");
        Directory.CreateDirectory(_run.Data);
        File.SetUnixFileMode(_run.Data, Open);
        await SetUpAsync();
        await _run.DoAsync("certificate", "renew");
        await new FolderMailServer(Path.Combine(_run.Data, "mail")).SendAsync(
            new("<a@b>")
            {
                From = "a@example.gov",
                FromName = "A",
                To = "b@example.org",
                Language = "en",
                Subject = "S",
                Text = "T",
                Html = "<p>T</p>",
            }, default);
        await _run.DoAsync("backup", Path.Combine(_run.Folder, "copy"));
        IsPrivateBelow(_run.Data);
        IsPrivateBelow(Path.Combine(_run.Folder, "copy"));
        Assert.Equal(Open, File.GetUnixFileMode(_run.Data));
    }

    [Theory]
    [InlineData("portal.db")]
    [InlineData("portal.db-wal")]
    [InlineData("portal.db.before-20261101000000")]
    [InlineData("activity-heads.txt")]
    [InlineData("keys")]
    [InlineData("keys/master.key")]
    [InlineData("certificates")]
    [InlineData("certificates/seal.pfx")]
    [InlineData("certificates/seal.password")]
    [InlineData("mail")]
    [InlineData("mail/one.json")]
    [InlineData("files")]
    [InlineData("replaced-20261101000000")]
    public async Task What_others_can_read_is_found_by_doctor_and_closed_at_the_next_start(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Folders decide.");
        await SetUpAsync();
        await _run.DoAsync("certificate", "renew");
        var path = Path.Combine(_run.Data, name);
        if (name is "mail" or "files" || name.StartsWith("replaced", StringComparison.Ordinal))
            Directory.CreateDirectory(path);
        else if (!Path.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, "");
        }

        File.SetUnixFileMode(path, Directory.Exists(path) ? Open : UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.Contains("PROBLEM  Others can read ", (await _run.RunAsync("doctor")).Output, StringComparison.Ordinal);
        Assert.False(PrivateFiles.IsPrivate(path), "Doctor changed something.");
        await _run.DoAsync("setup", "--phone", "212-555-0199");
        Assert.True(PrivateFiles.IsPrivate(path));
        Assert.Contains($"OK       Only their owner can read the data in {_run.Data}.", (await _run.RunAsync("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_s_file_in_the_folder_is_left_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Folders decide.");
        Directory.CreateDirectory(_run.Data);
        var other = _run.Write("data/notes.txt", "not ours");
        var before = File.GetUnixFileMode(other) | UnixFileMode.OtherRead;
        File.SetUnixFileMode(other, before);
        await SetUpAsync();
        Assert.Equal(before, File.GetUnixFileMode(other));
    }

    [Theory]
    [InlineData(UnixFileMode.OtherWrite, true)]
    [InlineData(UnixFileMode.GroupWrite, true)]
    [InlineData(UnixFileMode.OtherWrite | UnixFileMode.StickyBit, false)]
    [InlineData(UnixFileMode.OtherRead, false)]
    public async Task Doctor_says_when_others_can_replace_files(UnixFileMode more, bool problem)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Folders decide.");
        await SetUpAsync();
        File.SetUnixFileMode(_run.Data, File.GetUnixFileMode(_run.Data) | more);
        Assert.Equal(problem, (await _run.RunAsync("doctor")).Output.Contains("Others can replace files in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Certificate:Path")]
    [InlineData("Mail:Token:File")]
    public async Task Doctor_checks_secrets_kept_elsewhere(string setting)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Folders decide.");
        await SetUpAsync();
        var secret = _run.Write("secret", "x");
        File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains($"Others can read {secret}.", (await _run.RunAsync("doctor", $"--Portal:{setting}={secret}")).Output, StringComparison.Ordinal);
        File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Contains(
            $"Only its owner and group can read {secret}.", (await _run.RunAsync("doctor", $"--Portal:{setting}={secret}")).Output, StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();

    private Task SetUpAsync() => _run.DoAsync("setup", "--chamber", "House", "--member", "Ana Núñez", "--state", "NY", "--district", "12");

    private static void IsPrivateBelow(string folder) => Assert.All(
        Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories), path => Assert.True(PrivateFiles.IsPrivate(path), path));
}
