using System.CommandLine;
using Portal.Web.Commands.Doctor;

namespace Portal.Web.Commands;

/// <summary>Checks the installation and explains what's wrong.</summary>
internal static class DoctorCommand
{
    public static Command Create(string[] settings)
    {
        var command = new Command(
            "doctor",
            "Check the database, keys, certificate, folders, email, scanner, disk, and fonts. Changes nothing. Exits with 1 if something is wrong.");
        command.SetAction(async (result, cancellation) =>
        {
            await using var services = CommandServices.Open(settings);
            var output = result.InvocationConfiguration.Output;
            var problems = 0;
            await foreach (var finding in Examination.RunAsync(services, cancellation))
            {
                problems += finding.IsProblem ? 1 : 0;
                await output.WriteLineAsync($"{(finding.IsProblem ? "PROBLEM" : "OK     ")}  {finding.Sentence}");
            }

            await output.WriteLineAsync(problems == 0 ? "All is well." : problems == 1 ? "One problem." : $"{problems} problems.");
            return problems == 0 ? 0 : 1;
        });
        return command;
    }
}
