using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Tests.Domain.Paper.Sealing;

/// <summary>What openssl says about a seal, given only the file and our certificate.</summary>
internal static class OpensslVerdict
{
    public static string Of(byte[] pdf)
    {
        var gap = GapOf(pdf);
        if (!gap.Success)
            return "no signature";

        var folder = SealSamples.Folder();
        string At(string name) => Path.Combine(folder, name);
        try
        {
            File.WriteAllBytes(At("cms"), Envelope(pdf));
            File.WriteAllBytes(At("content"), [.. pdf[..(gap.Index - 1)], .. pdf[(gap.Index + gap.Length + 1)..]]);
            File.WriteAllText(At("cert"), SealSamples.Certificate.Current.ExportCertificatePem());
            return PdfTools.Start("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", At("cms"), "-content", At("content"),
                "-CAfile", At("cert"), "-purpose", "any", "-attime", "1800000000", "-out", "/dev/null");
        }
        catch (FormatException)
        {
            return "no hexadecimal";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The DER-encoded signature.</summary>
    public static byte[] Envelope(byte[] pdf)
    {
        var bytes = Convert.FromHexString(GapOf(pdf).Value);
        return bytes[..Math.Min(bytes.Length, 4 + (bytes[2] << 8) + bytes[3])];
    }

    public static Group GapOf(byte[] pdf) => Regex.Match(Encoding.Latin1.GetString(pdf), @"/Contents<([^<>]{2000,})>").Groups[1];
}
