using System.Runtime.CompilerServices;
using Portal.Domain.Platform.Files;

namespace Portal.Web.Commands.Doctor;

/// <summary>Checks whether documents are scanned for viruses.</summary>
internal static class ScannerLook
{
    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var harmless = new MemoryStream("Portal asks whether the scanner works."u8.ToArray());
        yield return await services.Get<IVirusScanner>().ScanAsync(harmless, cancellation) switch
        {
            ScanResult.Clean => Finding.Fine($"The virus scanner at {services.Settings.Scanner} answers."),
            ScanResult.NotConfigured => Finding.Fine("No virus scanner is set up (Portal:Scanner). Staff see that files are unscanned."),
            ScanResult.Unavailable down => Finding.Problem($"The virus scanner at {services.Settings.Scanner} isn't working: {down.Reason}"),
            var other => Finding.Problem($"The virus scanner at {services.Settings.Scanner} gave an unexpected answer: {other}"),
        };
    }
}
