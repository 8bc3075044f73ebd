using System.Text.RegularExpressions;
using Mono.Cecil;
using Portal.Domain;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Protection;
using Portal.Web;

namespace Portal.Tests.Architecture;

/// <summary>Public pages call operations and read through queries; addresses, checks and notices each have one idiom.</summary>
public sealed partial class PublicPageTests
{
    // Exempt: these store the framework's keys, register services, or run benchmarks from the command line.
    private static readonly string[] Stores = ["Portal.Web.Hosting.ProtectionKeyRing", "Portal.Web.Hosting.PortalServices", "Portal.Web.Commands.BenchCommand"];

    private static readonly HashSet<string> Jobs =
        [.. typeof(PortalDomain).Assembly.GetTypes().Where(t => typeof(ISweep).IsAssignableFrom(t)).Select(t => t.FullName!)];

    [Fact]
    public void Pages_use_no_database_and_no_job() =>
        Assert.Empty(Uses()
            .Where(u => u.By.StartsWith("Portal.Web.Pages", StringComparison.Ordinal) && (IsStore(u.Used) || Jobs.Contains(u.Used)))
            .Select(u => $"{u.By} uses {u.Used}")
            .Distinct());

    [Fact]
    public void Only_stores_read_the_database_without_a_query() =>
        Assert.Empty(Uses().Where(u => IsStore(u.Used) && !Stores.Contains(u.By)).Select(u => $"{u.By} uses {u.Used}").Distinct());

    [Fact]
    public void No_page_hard_codes_an_address() => Assert.Empty(
        Pages().SelectMany(f => Address().Matches(PageLine().Replace(f.Text, "")).Select(m => $"{f.Path}: {m.Value}")));

    [Fact]
    public void Problems_and_notices_are_shown_in_one_way() => Assert.Empty(
        Pages()
            .Where(f => f.Text.Contains("AddModelError", StringComparison.Ordinal) || f.Text.Contains("TempData", StringComparison.Ordinal))
            .Select(f => f.Path));

    [Theory]
    [InlineData("""<a href="/status/case">""", true)]
    [InlineData("""LocalRedirect($"/release/{token}")""", true)]
    [InlineData("""<a href="?handler=Pdf">""", true)]
    [InlineData("""<a href="@Links.Home">""", false)]
    [InlineData("""<script src="~/js/site.js">""", false)]
    public void Addresses_in_source_code_are_recognized(string source, bool isAddress) => Assert.Equal(isAddress, Address().IsMatch(source));

    private static IEnumerable<(string Path, string Text)> Pages() => Repository.Sources("Portal.Web/Pages", ".cs", ".cshtml");

    private static bool IsStore(string type) =>
        type == typeof(PortalDb).FullName || type == typeof(Vault).FullName || type == typeof(IDocumentStore).FullName
        || type.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal);

    private static IEnumerable<(string By, string Used)> Uses()
    {
        using var module = ModuleDefinition.ReadModule(typeof(PortalApplication).Assembly.Location);
        return [.. module.GetTypes().SelectMany(type => UsedTypes.By(type).Select(used => (UsedTypes.Outermost(type).FullName, used.FullName)))];
    }

    [GeneratedRegex("""(?:(?:href|action)=|LocalRedirect\(|Redirect\(|\bmodel=)"?(?:@\()?\$?"?(?:/(?!lib/)|\?)[^"]*""")]
    private static partial Regex Address();

    [GeneratedRegex("""^@page[^\n]*""", RegexOptions.Multiline)]
    private static partial Regex PageLine();
}
