using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>Who may know whom, and how files are kept.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] Production = ["Portal.Domain", "Portal.Web", "Portal.BackOffice"];

    [Fact]
    public void Domain_uses_nothing_of_ASPNET_but_its_user_store() => Assert.Empty(
        Repository.Sources("Portal.Domain", ".cs")
            .SelectMany(f => AspNetName().Matches(f.Text).Select(m => m.Value)
                .Where(n => !n.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal)).Select(n => $"{f.Path} uses {n}")));

    [Fact]
    public void Domain_knows_neither_site() => Assert.Empty(Knowing("Portal.Domain", "Portal.Web").Concat(Knowing("Portal.Domain", "Portal.BackOffice")));

    [Fact]
    public void The_back_office_does_not_know_the_public_site() => Assert.Empty(Knowing("Portal.BackOffice", "Portal.Web"));

    [Fact]
    public void Public_pages_and_sessions_know_only_the_kit_of_the_back_office() => Assert.Empty(
        Repository.Sources("Portal.Web/Pages", ".cs", ".cshtml").Concat(Repository.Sources("Portal.Web/Sessions", ".cs")).SelectMany(f => BackOfficeName().Matches(f.Text).Select(m => m.Value)
            .Where(n => n != "Portal.BackOffice.Kit" && !f.Text.Contains("@addTagHelper *, " + n, StringComparison.Ordinal)).Select(n => $"{f.Path} knows {n}")));

    [Fact]
    public void No_class_is_a_drawer() => Assert.Empty(
        Production.SelectMany(p => Repository.Sources(p, ".cs")).Where(f => !IsGenerated(f.Path))
            .SelectMany(f => Drawer().Matches(f.Text).Select(m => $"{f.Path}: {m.Groups["name"].Value}")));

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() => Assert.Empty(
        Production.SelectMany(p => Repository.Sources(p, ".cs", ".cshtml")).Concat(Repository.Sources("wwwroot", ".css", ".js"))
            .Where(f => !IsGenerated(f.Path) && !f.Path.Contains("/lib/", StringComparison.Ordinal))
            .Select(f => (f.Path, Lines: f.Text.Count(c => c == '\n'))).Where(f => f.Lines > 300).Select(f => $"{f.Path}: {f.Lines}"));

    [Fact]
    public void Libraries_that_read_and_write_PDF_stay_in_their_folder() => Assert.Empty(
        Production.SelectMany(p => Repository.Sources(p, ".cs", ".cshtml")).Where(f => !f.Path.StartsWith("Portal.Domain/Paper/", StringComparison.Ordinal))
            .Where(f => PdfLibrary().IsMatch(f.Text)).Select(f => f.Path));

    [Fact]
    public void Database_specific_SQL_stays_in_its_folder() => Assert.Empty(
        Production.SelectMany(p => Repository.Sources(p, ".cs")).Where(f => !f.Path.StartsWith("Portal.Domain/Platform/Database/", StringComparison.Ordinal))
            .Where(f => RawSql().IsMatch(f.Text)).Select(f => f.Path));

    private static bool IsGenerated(string path) => path.Contains("/Database/Migrations/", StringComparison.Ordinal);

    private static IEnumerable<string> Knowing(string project, string other) =>
        Repository.Sources(project, ".cs", ".cshtml").Where(f => Regex.IsMatch(f.Text, $@"(?<!"")\b{Regex.Escape(other)}\b(?!\.csproj)(?!/node_modules)")).Select(f => $"{f.Path} knows {other}");

    [GeneratedRegex(@"Microsoft\.AspNetCore(\.\w+)+")]
    private static partial Regex AspNetName();

    [GeneratedRegex(@"Portal\.BackOffice(\.[A-Z]\w*)*")]
    private static partial Regex BackOfficeName();

    [GeneratedRegex(@"\b(?:class|record|struct|interface)\s+(?<name>\w*(?:Manager|Helper|Helpers|Utils|Utility|Common|Extensions))\b(?<!TagHelper)")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"\b(PdfSharp|UglyToad)\.")]
    private static partial Regex PdfLibrary();

    [GeneratedRegex(@"\.(FromSqlRaw|FromSql|SqlQueryRaw|SqlQuery|ExecuteSqlRaw(Async)?|ExecuteSql(Async)?)\b")]
    private static partial Regex RawSql();
}
