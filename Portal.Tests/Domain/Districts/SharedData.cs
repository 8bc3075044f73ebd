namespace Portal.Tests.Domain.Districts;

/// <summary>The real files, which lie beside the repository and are never committed.</summary>
public static class SharedData
{
    /// <summary>Opens a file, or skips the test and says so where the file is not on this machine.</summary>
    public static StreamReader Open(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path))
                return new StreamReader(path);
        }
        Assert.Skip($"NOT TESTED: shared/data/{name} was found neither beside this repository nor above it.");
        throw new InvalidOperationException("unreachable");
    }
}
