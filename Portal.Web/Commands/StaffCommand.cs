using System.CommandLine;
using Portal.Domain.Platform.Text;
using Portal.Domain.Platform;
using Portal.Domain.Staff;

namespace Portal.Web.Commands;

/// <summary>Adds people to the staff: how the first administrator gets in.</summary>
internal static class StaffCommand
{
    private static readonly Argument<string> Email = new("email") { Description = "The person's e-mail address at the office" };
    private static readonly Option<StaffRole> Role = new("--role") { Description = "ReadOnly, Intern, Caseworker, CaseworkManager or Administrator", Required = true };
    private static readonly Option<string?> Name = new("--name") { Description = "The name colleagues and constituents see" };

    public static Command Create(string[] settings)
    {
        var add = new Command("add", "Add somebody, or make a new link for somebody who has not used theirs. Prints a link that works once, for three days.") { Email, Role, Name };
        add.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.UpgradeAsync(settings, cancellation);
            var wanted = new AddStaff.Command(result.GetRequiredValue(Email), result.GetValue(Name), result.GetRequiredValue(Role));
            var added = await services.Get<AddStaff>().ExecuteAsync(wanted, CommandServices.Actor, cancellation) switch
            {
                AddStaff.Added done => done,
                Outcome.Refused refused => throw new CommandFailure(Texts.Get("en", refused.Reason, refused.Arguments)),
                var other => throw new CommandFailure($"The person could not be added ({other})."),
            };
            var output = result.InvocationConfiguration.Output;
            await output.WriteLineAsync("Give this link to the person. It works once and for three days:");
            await output.WriteLineAsync($"{services.Settings.PublicUrl!.TrimEnd('/')}/office/enrol/{added.Token}");
            return 0;
        });
        return new Command("staff", "The people who work in the office.") { add };
    }
}
