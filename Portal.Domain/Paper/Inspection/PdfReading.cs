namespace Portal.Domain.Paper.Inspection;

/// <summary>Which PDFs our own process may read.</summary>
public static class PdfReading
{
    /// <summary>Whether nothing in it can send a reader astray. What's in an encrypted file can't be seen beforehand.</summary>
    public static bool IsSafe(byte[] file) => !PdfStructure.IsEncrypted(file) && !PdfTraps.AreIn(file);
}
