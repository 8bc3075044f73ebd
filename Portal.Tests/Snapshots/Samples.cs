using System.Reflection;
using Portal.Domain;

namespace Portal.Tests.Snapshots;

/// <summary>Fills any event or email with values that are the same in every run.</summary>
internal static class Samples
{
    public static readonly DateOnly Day = new(2026, 12, 18);

    public static IEnumerable<Type> Of(Type contract) => typeof(PortalDomain).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && contract.IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal);

    public static object Make(Type type) => Make(type, Value);

    /// <summary>The same with as little as possible: null where allowed, false, and the last value of each enum.</summary>
    public static object MakeBare(Type type) => Make(type, BareValue);

    private static object Make(Type type, Func<ParameterInfo, string, int, object?> value)
    {
        var constructor = type.GetConstructors()
            .Where(c => !(c.GetParameters() is [{ } only] && only.ParameterType == type))
            .MaxBy(c => c.GetParameters().Length)!;
        var positional = constructor.GetParameters();
        var made = constructor.Invoke([.. positional.Select((p, index) => value(p, p.Name!, index))]);
        var named = type.GetProperties().Where(p => p.SetMethod is not null && positional.All(given => given.Name != p.Name));
        foreach (var (index, property) in named.Index())
            property.SetValue(made, value(property.SetMethod!.GetParameters()[0], property.Name, positional.Length + index));
        return made;
    }

    private static object? BareValue(ParameterInfo parameter, string name, int index) =>
        new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable ? null
        : parameter.ParameterType == typeof(bool) ? false
        : parameter.ParameterType == typeof(int) ? 1
        : parameter.ParameterType.IsEnum ? Enum.GetValues(parameter.ParameterType).Cast<object>().Last()
        : Value(parameter, name, index);

    private static object? Value(ParameterInfo parameter, string name, int index)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type == typeof(string) ? Text(name)
            : type == typeof(Guid) ? new Guid(index + 1, 0, 7, new byte[8])
            : type == typeof(DateOnly) ? Day
            : type == typeof(DateTime) ? new DateTime(2026, 12, 18, 15, 0, 0, DateTimeKind.Utc)
            : type.IsEnum ? Enum.GetValues(type).GetValue(0)
            : type.IsValueType ? Convert.ChangeType(index + 1, type)
            : null;
    }

    private static string Text(string name) => name switch
    {
        "Reference" => "K7M2P-9QXR4",
        "SigningToken" or "LinkToken" => "aBcDeFgHiJkLmNoPqRsT",
        "OfficeMember" => "Representative Ana M. Núñez",
        "Helper" => "Luz García",
        "Agency" => "the IRS",
        "Directory" => "house.gov",
        "To" => "Representative John Roe\n202-555-0142",
        _ => name,
    };
}
