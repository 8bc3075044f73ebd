namespace Portal.Domain.Platform.Files;

/// <summary>Files that a killed process left in a folder where a running one keeps its own open.</summary>
internal static class UnusedFiles
{
    /// <summary>Deletes those that no process has open. Returns how many.</summary>
    public static int Delete(string folder)
    {
        var deleted = 0;
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            try
            {
                // Opening it for this process alone fails while another one has it open.
                using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    File.Delete(path);
                deleted++;
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
            }
        }

        return deleted;
    }
}
