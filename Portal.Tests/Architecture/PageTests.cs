using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Jobs;

namespace Portal.Tests.Architecture;

/// <summary>Back-office pages go through operations and queries, and do each thing in one way.</summary>
public sealed partial class PageTests
{
    private const string Pages = "Portal.BackOffice/Areas";

    private static readonly IReadOnlyList<Type> Types = [.. typeof(FormCheck).Assembly.GetTypes().Where(t => !IsGenerated(t))];

    private static readonly IReadOnlyList<string> Templates =
        [.. Repository.Sources("Portal.BackOffice", ".cshtml")
            .Concat(Repository.Sources("Portal.Web/Pages", ".cshtml"))
            .Select(f => AddressOf(f.Path, f.Text))
            .OfType<string>()];

    [Fact]
    public void No_page_depends_on_the_database_or_a_job() => Assert.Empty(
        Types.Where(t => !IsStatic(t) && t.Namespace?.StartsWith("Portal.BackOffice.Areas", StringComparison.Ordinal) == true)
            .SelectMany(t => Callables(t)
                .SelectMany(c => c.GetParameters())
                .Where(p => IsBelowPages(p.ParameterType))
                .Select(p => $"{t.FullName} asks for {p.ParameterType.Name}"))
            .Distinct());

    [Fact]
    public void No_constructor_takes_more_than_seven_services_or_any_member_more_than_six_values() => Assert.Empty(
        Types.SelectMany(t => Callables(t).Select(c => (Type: t, Callable: c)))
            .Where(c => c.Callable.GetParameters().Count(p => p.ParameterType != typeof(CancellationToken))
                > (c.Callable is ConstructorInfo && !IsRecord(c.Type) ? 7 : 6))
            .Select(c => $"{c.Type.FullName}.{c.Callable.Name} takes {c.Callable.GetParameters().Length}"));

    [Fact]
    public void Addresses_of_pages_come_from_Links() => Assert.Empty(
        Repository.Sources("Portal.BackOffice", ".cs", ".cshtml")
            .SelectMany(f => f.Text.Split('\n')
                .Where(l => !l.StartsWith("@page", StringComparison.Ordinal) && Address().IsMatch(l))
                .Select(l => $"{f.Path}: {l.Trim()}")));

    [Fact]
    public void Every_address_in_Links_is_a_page() => Assert.Empty(
        AllLinks(typeof(Links)).Concat(CaseLinkPaths())
            .Where(a => a.Path != Links.Office.Engine && Templates.All(t => !Matches(t, a.Path)))
            .Select(a => $"{a.Name}: {a.Path}"));

    [Fact]
    public void Refusals_and_notices_are_shown_in_one_way() => Assert.Empty(
        Repository.Sources(Pages, ".cs", ".cshtml")
            .Where(f => AdHocNotice().IsMatch(f.Text) && !Path.GetFileName(f.Path).StartsWith("Undo", StringComparison.Ordinal))
            .Select(f => f.Path));

    private static bool IsBelowPages(Type type) =>
        typeof(DbContext).IsAssignableFrom(type)
        || type == typeof(PortalDb)
        || type == typeof(RecurringJob)
        || typeof(ISweep).IsAssignableFrom(type)
        || type == typeof(IServiceProvider)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(DbSet<>) || type.GetGenericArguments().Any(IsBelowPages)));

    private static IEnumerable<MethodBase> Callables(Type type) => type.GetConstructors().Cast<MethodBase>()
        .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m.Name != "Deconstruct"));

    // A static class only says in words what it is given.
    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), false)
        || type.FullName!.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    // Links of nested classes that need an argument get a sample number, text or id.
    private static IEnumerable<(string Name, string Path)> AllLinks(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ($"{type.Name}.{f.Name}", (string)f.GetRawConstantValue()!))
            .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => m.ReturnType == typeof(string) && m.Name is not (nameof(Links.With) or nameof(Links.Handler) or nameof(Links.Language)))
                .Select(m => ($"{type.Name}.{m.Name}", (string)m.Invoke(null, [.. m.GetParameters().Select(Sample)])!)))
            .Concat(type.GetNestedTypes().SelectMany(AllLinks));

    private static IEnumerable<(string Name, string Path)> CaseLinkPaths()
    {
        var links = new CaseLinks("ABC-1234-X", "/office/queue");
        return typeof(CaseLinks)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.Name is not (nameof(CaseLinks.Reference) or nameof(CaseLinks.Back)))
            .Where(p => p.PropertyType == typeof(string)).Select(p => (p.Name, (string)p.GetValue(links)!))
            .Concat(typeof(CaseLinks).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(m => m.ReturnType == typeof(string) && !m.IsSpecialName && m.Name != nameof(ToString))
                .Select(m => (m.Name, (string)m.Invoke(links, [.. m.GetParameters().Select(Sample)])!)));
    }

    private static object? Sample(ParameterInfo parameter) => (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) switch
    {
        var t when t == typeof(Guid) => Guid.CreateVersion7(),
        var t when t == typeof(int) => 1,
        var t when t == typeof(bool) => true,
        _ => "topic",
    };

    private static string? AddressOf(string path, string text) =>
        !PageLine().IsMatch(text) ? null
        : PageLine().Match(text).Groups["address"] is { Success: true, Value: var own } ? own
        : "/"
            + path["Portal.Web/Pages/".Length..^".cshtml".Length].ToLowerInvariant()
                .Replace("/index", "", StringComparison.Ordinal)
                .Replace("index", "", StringComparison.Ordinal);

    private static bool Matches(string template, string address)
    {
        var (wanted, given) = (template.Trim('/').Split('/'), address.Split('?', '#')[0].Trim('/').Split('/'));
        return given.Length == wanted.Length && wanted.Zip(given).All(p => p.First.StartsWith('{') || p.First == p.Second)
            || (wanted[^1].Contains('?', StringComparison.Ordinal) && given.Length == wanted.Length - 1 && wanted.Zip(given).All(p => p.First.StartsWith('{') || p.First == p.Second));
    }

    [GeneratedRegex("""^\uFEFF?@page(?: "(?<address>[^"]*)")?""")]
    private static partial Regex PageLine();

    [GeneratedRegex("""["=]/(office|request|status|release|verify|help|language)\b""")]
    private static partial Regex Address();

    [GeneratedRegex("""AddModelError|TempData\["|\?done=""")]
    private static partial Regex AdHocNotice();
}
