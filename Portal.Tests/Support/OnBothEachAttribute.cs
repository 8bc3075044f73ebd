using System.Collections;
using System.Reflection;
using Portal.Domain.Platform.Database;
using Xunit.Sdk;
using Xunit.v3;

namespace Portal.Tests.Support;

/// <summary>Like <see cref="OnBothAttribute"/>, once for every value of a static property or method of the test class.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothEachAttribute(string member) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var owner = testMethod.ReflectedType!;
        var values = (IEnumerable)owner.GetProperty(member, BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)!.GetValue(null)!;
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [.. values.Cast<object>().SelectMany(value => new TheoryDataRow[]
            {
                new([DatabaseProvider.Sqlite, value]), new([DatabaseProvider.PostgreSql, value]) { Skip = PostgreSqlServer.SkipReason },
            })]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
