using System.Reflection;
using System.Runtime.CompilerServices;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Web;

namespace Portal.Tests.Architecture;

/// <summary>More than seven dependencies, or six values in one record or call, mean that a concept is missing.</summary>
public sealed class ParameterTests
{
    private const int MaxDependencies = 7;
    private const int MaxValues = 6;
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // Written by hand: generators mark their types or put them into other namespaces, and the compiler writes a delegate's methods.
    private static IEnumerable<Type> Types =>
        new[] { typeof(PortalDomain).Assembly, typeof(Translator).Assembly, typeof(PortalApplication).Assembly }.SelectMany(a => a.GetTypes())
            .Where(t => t.Namespace?.Split('.')[0] == "Portal" && !typeof(Delegate).IsAssignableFrom(t) && !IsGenerated(t));

    private static IEnumerable<ConstructorInfo> Constructors => Types.SelectMany(t => t.GetConstructors(Declared));

    [Fact]
    public void A_class_has_at_most_seven_dependencies() =>
        Assert.Empty(Constructors.Where(c => c.GetParameters().Length > MaxDependencies).Select(Describe));

    [Fact]
    public void A_record_has_at_most_six_positional_values() =>
        Assert.Empty(Constructors.Where(c => IsRecord(c.DeclaringType!) && c.GetParameters().Length > MaxValues).Select(Describe));

    [Fact]
    public void A_method_takes_at_most_six_values() =>
        Assert.Empty(Types.SelectMany(t => t.GetMethods(Declared)).Where(m => !IsGenerated(m) && Values(m) > MaxValues).Select(Describe));

    [Fact]
    public void No_record_has_two_bools_next_to_each_other() => Assert.Empty(
        Constructors.Where(c => IsRecord(c.DeclaringType!)
            && c.GetParameters()
                .Zip(c.GetParameters().Skip(1))
                .Any(p => p.First.ParameterType == typeof(bool) && p.Second.ParameterType == typeof(bool)))
            .Select(Describe));

    private static int Values(MethodBase method) => method.GetParameters().Count(p => p.ParameterType != typeof(CancellationToken));

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared) is not null;

    // Local functions and lambdas have names no one can write.
    private static bool IsGenerated(MemberInfo member) =>
        member.Name.Contains('<') || member.IsDefined(typeof(CompilerGeneratedAttribute))
        || (member.DeclaringType is { } outer && IsGenerated(outer));

    private static string Describe(MethodBase method) => $"{method.DeclaringType!.FullName}.{method.Name}: {method.GetParameters().Length}";
}
