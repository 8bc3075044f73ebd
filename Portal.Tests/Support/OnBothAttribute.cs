using System.Reflection;
using Portal.Domain.Platform.Database;
using Xunit.Sdk;
using Xunit.v3;

namespace Portal.Tests.Support;

/// <summary>
/// Runs a theory on a real SQLite file and on a real PostgreSQL; the test's first parameter says on which.
/// More values follow as the test's other parameters. A missing PostgreSQL is a visible skip, and in CI a failure.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnBothAttribute(params object?[] values) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [new TheoryDataRow([DatabaseProvider.Sqlite, .. values]), new TheoryDataRow([DatabaseProvider.PostgreSql, .. values]) { Skip = PostgreSqlServer.SkipReason }]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
