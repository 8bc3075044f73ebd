namespace Portal.Tests.Architecture;

/// <summary>The source tree these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Ignored = ["/bin/", "/obj/", "/node_modules/"];

    public static string Root { get; } = Find();

    /// <summary>Source files in a folder, with their paths relative to the root.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder, params string[] endings) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(f => f.Replace('\\', '/'))
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)) && !Ignored.Any(i => f.Contains(i, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(f => (f[(Root.Length + 1)..], File.ReadAllText(f)));

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Portal.sln")))
                return at.FullName.Replace('\\', '/');
        throw new DirectoryNotFoundException("Portal.sln was not found above the tests.");
    }
}
