using System.Runtime.CompilerServices;
using Portal.Domain.Paper.Fonts;

namespace Portal.Web.Commands.Doctor;

/// <summary>Checks the fonts for printing releases, and whether people's names can be printed in their own script.</summary>
internal static class FontLook
{
    // A few letters from each script, by the languages most spoken in the United States (docs/operations.md).
    private static readonly (string Script, string Letters)[] Scripts =
    [
        ("Amharic", "አማ"), ("Arabic", "عر"), ("Armenian", "Հյ"), ("Bengali", "বা"), ("Chinese", "中陈"), ("Cyrillic", "Яж"), ("Georgian", "ქა"), ("Greek", "Ελ"),
        ("Gujarati", "ગુ"), ("Hebrew", "שם"), ("Hindi", "हि"), ("Japanese", "かタ"), ("Khmer", "ខម"), ("Korean", "한김"), ("Punjabi", "ਪਜ"),
        ("Tamil", "தம"), ("Telugu", "తె"),
        ("Thai", "ไท"), ("Vietnamese", "ễợ"),
    ];

    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.WaitAsync(cancellation);
        var fonts = services.Get<FontFiles>();
        var missing = Scripts.Where(s => !fonts.CanPrint(s.Letters)).Select(s => s.Script).ToList();
        yield return missing.Count == 0
            ? Finding.Fine("The fonts for printing releases are installed, including those for other scripts.")
            : Finding.Problem(
                $"The fonts for printing releases are installed, but names in these scripts would print as boxes: {string.Join(", ", missing)}. "
                    + "Install TrueType fonts for them. On Debian: apt install fonts-noto-core fonts-nanum fonts-droid-fallback.");
    }
}
