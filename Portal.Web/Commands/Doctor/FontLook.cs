using System.Runtime.CompilerServices;
using Portal.Domain.Platform.Pdf.Fonts;

namespace Portal.Web.Commands.Doctor;

/// <summary>The fonts releases are printed in.</summary>
internal static class FontLook
{
    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.WaitAsync(cancellation);
        services.Get<FontFiles>();
        yield return Finding.Fine("The fonts for printing releases are there.");
    }
}
