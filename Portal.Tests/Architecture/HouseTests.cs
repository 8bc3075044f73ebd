using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>Which projects may reference which, and rules for every file.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] Production = ["Portal.Domain", "Portal.Web", "Portal.BackOffice"];

    [Fact]
    public void Domain_uses_only_the_user_store_of_ASPNET() => Assert.Empty(
        Repository.Sources("Portal.Domain", ".cs")
            .SelectMany(f => AspNetName().Matches(f.Text).Select(m => m.Value)
                .Where(n => !n.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal)).Select(n => $"{f.Path} uses {n}")));

    [Fact]
    public void Domain_does_not_reference_either_site() =>
        Assert.Empty(ReferencesTo("Portal.Domain", "Portal.Web").Concat(ReferencesTo("Portal.Domain", "Portal.BackOffice")));

    [Fact]
    public void Back_office_does_not_reference_the_public_site() => Assert.Empty(ReferencesTo("Portal.BackOffice", "Portal.Web"));

    [Fact]
    public void Public_pages_and_sessions_use_only_the_back_office_kit() => Assert.Empty(
        Repository.Sources("Portal.Web/Pages", ".cs", ".cshtml")
            .Concat(Repository.Sources("Portal.Web/Sessions", ".cs"))
            .SelectMany(f => BackOfficeName().Matches(f.Text).Select(m => m.Value)
                .Where(n => n != "Portal.BackOffice.Kit" && !f.Text.Contains("@addTagHelper *, " + n, StringComparison.Ordinal))
                .Select(n => $"{f.Path} knows {n}")));

    /// <summary>It would bring back the framework's form, which writes uploads in clear to the machine's temporary folder (ADR 31).</summary>
    [Fact]
    public void No_page_limits_its_form_in_the_framework_s_way() => Assert.Empty(
        Production.SelectMany(p => Repository.Sources(p, ".cs"))
            .Where(f => f.Text.Contains("[RequestFormLimits", StringComparison.Ordinal) || f.Text.Contains(".EnableBuffering(", StringComparison.Ordinal))
            .Select(f => f.Path));

    [Fact]
    public void No_class_is_named_Manager_Helper_or_Util() => Assert.Empty(
        Production.SelectMany(p => Repository.Sources(p, ".cs")).Where(f => !IsGenerated(f.Path))
            .SelectMany(f => Drawer().Matches(f.Text).Select(m => $"{f.Path}: {m.Groups["name"].Value}")));

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() => Assert.Empty(
        Production.SelectMany(p => Repository.Sources(p, ".cs", ".cshtml")).Concat(Repository.Sources("wwwroot", ".css", ".js"))
            .Where(f => !IsGenerated(f.Path) && !f.Path.Contains("/lib/", StringComparison.Ordinal))
            .Select(f => (f.Path, Lines: f.Text.Count(c => c == '\n'))).Where(f => f.Lines > 300).Select(f => $"{f.Path}: {f.Lines}"));

    [Fact]
    public void PDF_libraries_stay_in_their_folder() => Assert.Empty(
        Production.SelectMany(p => Repository.Sources(p, ".cs", ".cshtml")).Where(f => !f.Path.StartsWith("Portal.Domain/Paper/", StringComparison.Ordinal))
            .Where(f => PdfLibrary().IsMatch(f.Text)).Select(f => f.Path));

    [Fact]
    public void Hangfire_stays_with_the_jobs_and_its_dashboard() => Assert.Empty(
        Production.SelectMany(p => Repository.Sources(p, ".cs", ".cshtml"))
            .Where(f => !f.Path.StartsWith("Portal.Domain/Platform/Jobs/", StringComparison.Ordinal)
                && f.Path != "Portal.BackOffice/Security/EngineDashboard.cs")
            .Where(f => HangfireName().IsMatch(f.Text)).Select(f => f.Path));

    [Fact]
    public void MailKit_stays_in_its_folder_and_nothing_else_sends_mail() => Assert.Empty(
        Production.SelectMany(p => Repository.Sources(p, ".cs", ".cshtml"))
            .Where(f => !f.Path.StartsWith("Portal.Domain/Platform/Mail/", StringComparison.Ordinal))
            .Where(f => MailLibrary().IsMatch(f.Text)).Select(f => f.Path));

    [Fact]
    public void Transactions_begin_in_one_place() => Assert.Equal(
        ["Portal.Domain/Platform/Database/BulkInsert.cs", "Portal.Domain/PortalDb.cs"],
        Production.SelectMany(p => Repository.Sources(p, ".cs")).Where(f => f.Text.Contains("BeginTransaction", StringComparison.Ordinal)).Select(f => f.Path).Order());

    [Fact]
    public void Database_specific_SQL_stays_in_its_two_folders() => Assert.Empty(
        Production.SelectMany(p => Repository.Sources(p, ".cs"))
            .Where(f => !f.Path.StartsWith("Portal.Domain/Platform/Database/", StringComparison.Ordinal) && !f.Path.StartsWith("Portal.Domain/Platform/Search/", StringComparison.Ordinal))
            .Where(f => RawSql().IsMatch(f.Text)).Select(f => f.Path));

    private static bool IsGenerated(string path) => path.Contains("/Database/Migrations/", StringComparison.Ordinal);

    private static IEnumerable<string> ReferencesTo(string project, string other) =>
        Repository.Sources(project, ".cs", ".cshtml")
            .Where(f => Regex.IsMatch(f.Text, $@"(?<!"")\b{Regex.Escape(other)}\b(?!\.csproj)(?!/node_modules)"))
            .Select(f => $"{f.Path} knows {other}");

    [GeneratedRegex(@"Microsoft\.AspNetCore(\.\w+)+")]
    private static partial Regex AspNetName();

    [GeneratedRegex(@"Portal\.BackOffice(\.[A-Z]\w*)*")]
    private static partial Regex BackOfficeName();

    [GeneratedRegex(@"\b(?:class|record|struct|interface)\s+(?<name>\w*(?:Manager|Helper|Helpers|Utils|Utility|Common|Extensions))\b(?<!TagHelper)")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"\b(PdfSharp|UglyToad)\.")]
    private static partial Regex PdfLibrary();

    [GeneratedRegex(@"\bHangfire[.;]")]
    private static partial Regex HangfireName();

    [GeneratedRegex(@"\b(MailKit|MimeKit|System\.Net\.Mail)\b[.;]")]
    private static partial Regex MailLibrary();

    [GeneratedRegex(@"\.(FromSqlRaw|FromSql|SqlQueryRaw|SqlQuery|ExecuteSqlRaw(Async)?|ExecuteSql(Async)?)\b")]
    private static partial Regex RawSql();
}
