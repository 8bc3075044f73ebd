using System.Text.Json;
using Portal.Domain.Platform.Files;

namespace Portal.Domain.Platform.Protection;

/// <summary>The key ring as a file: <c>{ "current": id, "index": id, "keys": { id: base64 } }</c>.</summary>
public static class MasterKeyFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private sealed record Ring(string Current, string? Index, Dictionary<string, string> Keys);

    /// <summary>Reads the ring or creates it. Two processes that start at the same time end up with the same ring.</summary>
    public static MasterKeys LoadOrCreate(string path)
    {
        if (!File.Exists(path))
            TryCreate(path);
        return Load(path);
    }

    /// <summary>Adds a new random key to the file and makes it current; running processes see it after a restart.</summary>
    /// <exception cref="IOException">Another rotation is in progress.</exception>
    public static MasterKeys Rotate(string path)
    {
        // Of two concurrent rotations, the later one would overwrite a key the earlier one already uses.
        using var alone = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var ring = Load(path).With(MasterKeys.NewId(), MasterKeys.NewKey());
        var written = WriteBeside(path, ring);
        File.Move(written, path, overwrite: true);
        DurableDirectory.Sync(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return ring;
    }

    private static MasterKeys Load(string path)
    {
        try
        {
            var ring = JsonSerializer.Deserialize<Ring>(File.ReadAllBytes(path), Json);
            if (ring is not { Current: { Length: > 0 } current, Keys: { Count: > 0 } keys } || !keys.ContainsKey(current))
                throw new InvalidDataException($"The key file {path} doesn't name a current key.");
            return new(current, ring.Index ?? keys.Keys.First(), keys.ToDictionary(k => k.Key, k => MasterKeys.Decode(k.Value)));
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"The key file {path} cannot be read. Restore it from the key backup.", broken);
        }
    }

    private static void TryCreate(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        DurableDirectory.Create(folder);
        var written = WriteBeside(path, MasterKeys.FromConfiguration(MasterKeys.NewId(), MasterKeys.NewKey()));
        try
        {
            File.Move(written, path, overwrite: false);
            DurableDirectory.Sync(folder);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first; use its ring.
            File.Delete(written);
        }
    }

    private static string WriteBeside(string path, MasterKeys ring)
    {
        var temporary = $"{path}.{MasterKeys.NewId()}.tmp";
        using var file = new FileStream(temporary, DurableDirectory.NewPrivateFile());
        JsonSerializer.Serialize(file, new Ring(ring.CurrentId, ring.IndexId, ring.Ids.ToDictionary(id => id, ring.Base64)), Json);
        file.Flush(flushToDisk: true);
        return temporary;
    }
}
