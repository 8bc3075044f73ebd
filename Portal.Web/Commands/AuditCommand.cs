using System.CommandLine;
using Portal.Domain.Platform.Activity;

namespace Portal.Web.Commands;

/// <summary>Verifies the activity log.</summary>
internal static class AuditCommand
{
    public static Command Create(string[] settings)
    {
        var verify = new Command("verify", "Check the whole activity record and say whether any entry was changed or removed.");
        verify.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.ReadyAsync(settings, cancellation);
            var report = await services.Get<VerifyActivity>().RunAsync(cancellation);
            if (report.Problem is { } problem)
                throw new CommandFailure($"The activity record is damaged: {problem}");
            await result.InvocationConfiguration.Output.WriteLineAsync(
                $"The activity record is intact: {report.Sealed} entries, {report.Waiting} waiting to be added. Head: {report.Head}");
            return 0;
        });
        return new Command("audit", "The activity record.") { verify };
    }
}
