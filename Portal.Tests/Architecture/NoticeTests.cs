using System.Text.Json;
using System.Xml.Linq;

namespace Portal.Tests.Architecture;

/// <summary>The third-party works Portal uses, and their licenses.</summary>
public sealed class NoticeTests
{
    [Fact]
    public void Every_direct_dependency_is_named_with_its_license()
    {
        var notice = File.ReadAllLines(Path.Combine(Repository.Root, "NOTICE"))
            .Where(l => l.StartsWith("  ", StringComparison.Ordinal))
            .Select(l => l.Trim().Split([' ', ','])[0])
            .ToHashSet();
        Assert.Empty(Packages().Concat(Tools()).Concat(FrontEnd()).Except(notice));
    }

    [Fact]
    public void The_same_license_is_stated_everywhere()
    {
        Assert.StartsWith("Apache License", File.ReadAllText(Path.Combine(Repository.Root, "LICENSE")).TrimStart(), StringComparison.Ordinal);
        Assert.Equal(
            "Apache-2.0",
            (string?)XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("PackageLicenseExpression").Single());
        Assert.Equal("Apache-2.0", Json("Portal.Web/package.json").GetProperty("license").GetString());
        Assert.Contains("[Apache-2.0](LICENSE)", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Packages() => XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants()
        .Where(e => e.Name.LocalName is "PackageVersion" or "GlobalPackageReference").Select(e => (string)e.Attribute("Include")!);

    private static IEnumerable<string> Tools() => Json("dotnet-tools.json").GetProperty("tools").EnumerateObject().Select(t => t.Name);

    private static IEnumerable<string> FrontEnd() => new[] { "dependencies", "devDependencies" }
        .SelectMany(kind => Json("Portal.Web/package.json").TryGetProperty(kind, out var packages) ? packages.EnumerateObject().Select(p => p.Name) : []);

    private static JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, path))).RootElement.Clone();
}
