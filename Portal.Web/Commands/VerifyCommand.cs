using System.CommandLine;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Commands;

/// <summary>Says whether a PDF is a release that this office sealed.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<FileInfo> Pdf = new("file") { Description = "The PDF" };

    public static Command Create(string[] settings)
    {
        var command = new Command("verify", "Say whether a PDF was sealed by this office and is unchanged. Exit code 0 when it is, 1 when it is not.") { Pdf };
        command.SetAction(async (result, cancellation) =>
        {
            var bytes = await File.ReadAllBytesAsync(result.GetRequiredValue(Pdf).FullName, cancellation);
            await using var services = await CommandServices.ReadyAsync(settings, cancellation);
            var verification = await services.Get<VerifyRelease>().FileAsync(bytes, cancellation);
            await result.InvocationConfiguration.Output.WriteLineAsync(Texts.Get("en", verification.Sentence, verification.Arguments));
            return verification.Genuine ? 0 : 1;
        });
        return command;
    }
}
