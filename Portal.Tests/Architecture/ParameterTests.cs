using System.Reflection;
using Portal.Domain;
using Portal.Web;

namespace Portal.Tests.Architecture;

/// <summary>More than seven dependencies, or six values in one record, mean that a concept is missing.</summary>
public sealed class ParameterTests
{
    private const int MaxDependencies = 7;
    private const int MaxValues = 6;

    // Namespaces that already comply; add one once it does.
    private static readonly string[] Rooms =
        ["Portal.Web", "Portal.Domain.Constituents", "Portal.Domain.Districts", "Portal.Domain.HelpRequests", "Portal.Domain.Intake", "Portal.Domain.Offices"];

    private static IEnumerable<ConstructorInfo> Constructors =>
        new[] { typeof(PortalDomain).Assembly, typeof(PortalApplication).Assembly }.SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace is { } room && Rooms.Any(r => room == r || room.StartsWith(r + ".", StringComparison.Ordinal)))
            .SelectMany(t => t.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));

    [Fact]
    public void A_class_has_at_most_seven_dependencies() =>
        Assert.Empty(Constructors.Where(c => c.GetParameters().Length > MaxDependencies).Select(Describe));

    [Fact]
    public void A_record_has_at_most_six_positional_values() =>
        Assert.Empty(Constructors.Where(c => IsRecord(c.DeclaringType!) && c.GetParameters().Length > MaxValues).Select(Describe));

    [Fact]
    public void No_record_has_two_bools_next_to_each_other() => Assert.Empty(
        Constructors.Where(c => IsRecord(c.DeclaringType!)
            && c.GetParameters()
                .Zip(c.GetParameters().Skip(1))
                .Any(p => p.First.ParameterType == typeof(bool) && p.Second.ParameterType == typeof(bool)))
            .Select(Describe));

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private static string Describe(ConstructorInfo constructor) => $"{constructor.DeclaringType!.FullName}: {constructor.GetParameters().Length}";
}
