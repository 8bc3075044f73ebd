using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Portal.BackOffice.Kit;
using Portal.Tests.Architecture;
using Portal.Web.Hosting;

namespace Portal.Tests.Web.Hosting;

/// <summary>The settings page explains every setting of the server, and never shows a secret.</summary>
public sealed partial class ServerSettingListTests
{
    private static readonly IReadOnlyList<string> Names = [.. ServerSettingList.Explained.Select(s => s.Name)];

    [Fact]
    public void Every_setting_that_Portal_reads_is_explained() =>
        Assert.Equal("", string.Join(", ", Read(typeof(PortalSettings), "").Where(n => !Names.Any(e => Covers(e, n)))));

    [Fact]
    public void Every_setting_in_the_operations_manual_is_explained()
    {
        var manual = File.ReadAllText(Path.Combine(Repository.Root, "docs/operations.md"));
        var table = manual[manual.IndexOf("| Setting |", StringComparison.Ordinal)..manual.IndexOf("The limits and their defaults", StringComparison.Ordinal)];
        var listed = table.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => Code().Match(l).Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal)).ToList();
        Assert.True(listed.Count > 20);
        Assert.Equal("", string.Join(", ", listed.Select(n => n.Split(':')[0]).Distinct().Where(first => !Names.Any(e => e.Split(':')[0] == first))));
        var policies = manual.Split('\n').Select(l => Policy().Match(l)).Where(m => m.Success).Select(m => $"Limits:{m.Groups["name"].Value}:*").ToList();
        Assert.Equal(policies, Names.Where(n => n.StartsWith("Limits:", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_secret_is_never_read_and_every_value_says_where_it_comes_from()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Portal:Mail:Password", "geheim"), new("Portal:MasterKey", "k1:geheim"), new("Portal:Mail:Token:Secret", "geheim"), new("Portal:Database:ConnectionString", "geheim")])
            .AddCommandLine(["--Portal:Mail:Port=2525", "--Portal:Limits:code:Permits=7"]).Build();
        var all = ServerSettingList.Read(configuration).All;
        Assert.DoesNotContain(all, s => s.Value?.Contains("geheim", StringComparison.Ordinal) == true);
        Assert.All(all.Where(s => s.Name is "Mail:Password" or "MasterKey" or "Mail:Token:*" or "Database:ConnectionString"), s => Assert.Equal((true, ServerSettingSource.Other), (s.IsSecret, s.Source)));
        Assert.Equal(("2525", ServerSettingSource.CommandLine), Of(all, "Mail:Port"));
        Assert.Equal(("Permits 7", ServerSettingSource.CommandLine), Of(all, "Limits:code:*"));
        Assert.Equal((null, ServerSettingSource.Default), Of(all, "Scanner"));
        Assert.All(all.Where(s => SecretWord().IsMatch(s.Name)), s => Assert.True(s.IsSecret, s.Name));
    }

    private static (string?, ServerSettingSource) Of(IReadOnlyList<ServerSetting> all, string name) => all.Where(s => s.Name == name).Select(s => (s.Value, s.Source)).Single();

    private static bool Covers(string explained, string name) =>
        explained == name || (explained.EndsWith('*') && name.StartsWith(explained[..^1], StringComparison.Ordinal));

    // Settings with parts are read part by part.
    private static IEnumerable<string> Read(Type type, string above) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).SelectMany(p =>
        p.PropertyType.Assembly == typeof(PortalSettings).Assembly && p.PropertyType.IsClass ? Read(p.PropertyType, $"{above}{p.Name}:")
        : p.PropertyType.IsClass && p.PropertyType != typeof(string) ? [$"{above}{p.Name}:x"] : [above + p.Name]);

    [GeneratedRegex("`(?<name>[A-Za-z_]+)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \| [\d,]+ \| [\d,]+ \|")]
    private static partial Regex Policy();

    [GeneratedRegex("Password|Secret|MasterKey|Token|ConnectionString")]
    private static partial Regex SecretWord();
}
