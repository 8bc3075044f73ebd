using System.Security.Cryptography;
using System.Text.Json;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Backup;

/// <summary>The contents of a backup, with the hash of every file. It's written last, so a folder without it isn't a backup.</summary>
/// <param name="MadeAt">When it was made, UTC.</param>
/// <param name="Version">The version of the program that made it.</param>
/// <param name="Provider">The kind of database.</param>
/// <param name="HasDatabase">False when the database has to be backed up by its own tools.</param>
public sealed record BackupManifest(DateTime MadeAt, string Version, DatabaseProvider Provider, bool HasDatabase)
{
    /// <summary>Whether it includes the master key.</summary>
    public bool HasMasterKey => Holds(BackupPlaces.MasterKey);

    /// <summary>Whether it includes the key that seals releases.</summary>
    public bool HasSealingKey => BackupPlaces.SealingKey.Any(Holds);

    /// <summary>Every file.</summary>
    public required IReadOnlyList<BackedUpFile> Files { get; init; }

    /// <summary>The manifest's name in the backup folder.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Readable = new(EventJson.Options) { WriteIndented = true };

    /// <summary>Whether it includes a file, or something in a folder.</summary>
    public bool Holds(string place) => Files.Any(f => f.Name == place || f.Name.StartsWith(place + "/", StringComparison.Ordinal));

    /// <summary>Reads the manifest of a backup.</summary>
    /// <exception cref="InvalidDataException">The manifest is missing or unreadable.</exception>
    public static async Task<BackupManifest> ReadAsync(string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new InvalidDataException($"{folder} has no {FileName}. It isn't a backup, or the backup didn't finish.");
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<BackupManifest>(file, EventJson.Options, cancellation) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} cannot be read.");
        }
    }

    /// <summary>Writes it.</summary>
    public async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        await using var file = File.Create(Path.Combine(folder, FileName));
        await JsonSerializer.SerializeAsync(file, this, Readable, cancellation);
        await file.FlushAsync(cancellation);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The first problem with the backup, as a sentence; null when it's complete.</summary>
    public async Task<string?> ProblemAsync(string folder, CancellationToken cancellation)
    {
        foreach (var file in Files)
        {
            var path = Path.GetFullPath(Path.Combine(folder, file.Name));
            if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                return $"The manifest names a file outside the backup: {file.Name}";
            if (!File.Exists(path))
                return $"{file.Name} is missing from the backup.";
            if (await BackedUpFile.OfAsync(folder, file.Name, cancellation) != file)
                return $"{file.Name} was changed after the backup was made.";
        }

        return null;
    }
}

/// <summary>One file of a backup.</summary>
/// <param name="Name">Path within the backup, with slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Hexadecimal.</param>
public sealed record BackedUpFile(string Name, long Length, string Sha256)
{
    /// <summary>Reads and hashes a file of the backup.</summary>
    public static async Task<BackedUpFile> OfAsync(string folder, string name, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(Path.Combine(folder, name));
        return new(name, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)));
    }
}
