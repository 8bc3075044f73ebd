namespace Portal.Tests.Domain.Districts;

/// <summary>The real data files, kept next to the repository and never committed.</summary>
public static class SharedData
{
    /// <summary>Opens a file, or skips the test if this machine doesn't have it.</summary>
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
