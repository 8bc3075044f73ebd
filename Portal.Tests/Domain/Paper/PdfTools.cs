using System.Diagnostics;

namespace Portal.Tests.Domain.Paper;

/// <summary>Checks our files with third-party programs. A missing program skips the test on a laptop and fails it in CI.</summary>
internal static class PdfTools
{
    public static string Run(string tool, byte[] pdf, params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"portal-{Guid.CreateVersion7():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            return Start(tool, [.. arguments.Select(argument => argument == "{}" ? file : argument)]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static string Start(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return $"{output}\n{errors.GetAwaiter().GetResult()}\nexit {process.ExitCode}";
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{tool} is not installed (Debian: poppler-utils, qpdf, openssl); our PDFs were NOT checked with it.");
            throw;
        }
    }

    public static string Text(byte[] pdf) => Run("pdftotext", pdf, "-enc", "UTF-8", "-layout", "{}", "-");

    /// <summary>All text on one line, for finding sentences that were wrapped.</summary>
    public static string Words(byte[] pdf) => string.Join(' ', Text(pdf).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The file with everything unpacked, as text.</summary>
    public static string Plain(byte[] pdf) => System.Text.Encoding.Latin1.GetString(Change(pdf, "--qdf", "--object-streams=disable"));

    /// <summary>The file as qpdf rewrites it.</summary>
    public static byte[] Change(byte[] pdf, params string[] options)
    {
        var from = Path.Combine(Path.GetTempPath(), $"portal-{Guid.CreateVersion7():N}.pdf");
        var to = from + ".changed";
        File.WriteAllBytes(from, pdf);
        try
        {
            var said = Start("qpdf", [.. options, from, to]);
            return File.Exists(to) ? File.ReadAllBytes(to) : throw new InvalidOperationException(said);
        }
        finally
        {
            File.Delete(from);
            File.Delete(to);
        }
    }
}
