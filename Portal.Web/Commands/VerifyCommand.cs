using System.CommandLine;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Commands;

/// <summary>Tells whether a PDF is a release that this office sealed.</summary>
internal static class VerifyCommand
{
    private const long MostBytes = 200_000_000;
    private static readonly Argument<FileInfo> Pdf = new Argument<FileInfo>("file") { Description = "The PDF" }.AcceptExistingOnly();
    private static readonly Option<bool> InForce = new("--in-force")
    {
        Description = "Also exit with 1 if the release has been withdrawn, has expired, or was replaced",
    };

    public static Command Create(string[] settings)
    {
        Pdf.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var typed }] && Directory.Exists(typed))
                result.AddError($"{typed} is a folder, not a file.");
        });
        var command = new Command(
            "verify",
            "Say whether this office sealed a PDF and whether it is unchanged. Exits with 0 if so, 1 if not, and 2 if there is no such file.")
        {
            Pdf, InForce,
        };
        command.SetAction(async (result, cancellation) =>
        {
            var file = result.GetRequiredValue(Pdf);
            if (file.Length > MostBytes)
                throw new CommandFailure("The file is larger than 200 MB. Our releases are much smaller.");
            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
            await using var services = await CommandServices.ReadyAsync(settings, cancellation);
            var outcome = await services.Get<VerifyRelease>().ExecuteAsync(new() { Pdf = bytes }, CommandServices.Actor, cancellation);
            var verification = ((VerifyRelease.Answered)outcome).Verification;
            var output = result.InvocationConfiguration.Output;
            await output.WriteLineAsync(
                Texts.Get("en", verification.Sentence, [.. verification.Arguments.Select(a => a is DateOnly day ? Texts.Day("en", day) : a)]));
            if (verification.Holder is { } holder)
                await output.WriteLineAsync(
                    $"Agency: {holder.AgencyName.En}. Signed: {holder.SignedOn:yyyy-MM-dd}. "
                    + $"Timestamp: {holder.StampedAt?.ToString("yyyy-MM-dd HH:mm:ss'Z'") ?? "none"}.");
            return verification.Genuine && (verification.Kind == VerificationKind.InForce || !result.GetValue(InForce)) ? 0 : 1;
        });
        return command;
    }
}
