using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Portal.Tests.Support.LongestFirst))]

namespace Portal.Tests.Support;

/// <summary>Starts the slowest classes first, so that no core sits idle at the end; the rest run in random order.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        "Browser.", "KillTests", "ScriptedDay", "SilentCases", "CaseLifeProperties", "SweptSite", "QrReaderTests", "ReaderTests", "HostilePictureTests", "HostileTextTests"
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Place(c.TestCollectionDisplayName)).ThenBy(_ => Random.Shared.Next())];

    private static int Place(string name) => Array.FindIndex(Long, part => name.Contains(part, StringComparison.Ordinal)) is >= 0 and var at ? at : Long.Length;
}
