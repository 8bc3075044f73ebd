using System.Globalization;
using System.Runtime.CompilerServices;
using Portal.Domain.Platform.Database;
using Portal.Domain.Topics;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Topics;

/// <summary>
/// How often the finder shows the right topic first, and among the first three, on phrases that another author wrote as people say
/// them. <c>measuring.tsv</c> isn't read by anyone who changes the finder. docs/measurements/finder.md has the results.
/// </summary>
public sealed class FinderListTests
{
    // The aims are 0.85 and 0.95. These numbers only keep what was reached.
    [Theory]
    [InlineData("tuning", FirstReached, ThreeReached)]
    [InlineData("measuring", FirstReached, ThreeReached)]
    public async Task The_finder_finds_as_much_as_measured(string half, double first, double three)
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var rows = File.ReadLines(Path.Combine(Folder(), half + ".tsv")).Skip(1).Select(l => l.Split('\t')).ToList();
        var (isFirst, isAmongThree) = (0, 0);
        foreach (var row in rows)
        {
            var found = await office.WithAsync<TopicCatalog, IReadOnlyList<TopicCard>>(c => c.SearchAsync(row[1], 3, default));
            var expected = row[2].Split(',');
            isFirst += found.Count > 0 && expected.Contains(found[0].Code) ? 1 : 0;
            isAmongThree += found.Any(f => expected.Contains(f.Code)) ? 1 : 0;
        }

        var (gotFirst, gotThree) = ((double)isFirst / rows.Count, (double)isAmongThree / rows.Count);
        Assert.True(gotFirst >= first && gotThree >= three, string.Create(CultureInfo.InvariantCulture, $"{half}: first {gotFirst:0.000}, first three {gotThree:0.000}"));
    }

    private const double FirstReached = 0.62;
    private const double ThreeReached = 0.76;

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Lists");
}
