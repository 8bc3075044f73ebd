using System.Text;

namespace Portal.Tests.Support;

/// <summary>A file of a running site, read while the site may be writing it.</summary>
internal static class SiteFile
{
    /// <summary>Whether a file holds the words in the clear.</summary>
    public static async Task<bool> HoldsAsync(string path, string words)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        var bytes = copy.ToArray().AsSpan();
        return bytes.IndexOf(Encoding.UTF8.GetBytes(words)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(words)) >= 0;
    }
}
