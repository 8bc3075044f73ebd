using System.Reflection;
using Portal.Domain.Platform.Database;
using Xunit.Sdk;
using Xunit.v3;

namespace Portal.Tests.Support;

/// <summary>
/// Runs a theory on a real SQLite file and on a real PostgreSQL server; the first parameter of the test says which.
/// Additional values become the other parameters. A missing PostgreSQL skips the test, or fails it in CI.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnBothAttribute(params object?[] values) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [
                new TheoryDataRow([DatabaseProvider.Sqlite, .. values]),
                new TheoryDataRow([DatabaseProvider.PostgreSql, .. values]) { Skip = PostgreSqlServer.SkipReason }
            ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
