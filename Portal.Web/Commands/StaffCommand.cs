using System.CommandLine;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;

namespace Portal.Web.Commands;

/// <summary>
/// Adds staff, and lets someone back in who lost a password or a phone. This is how the first, or only, administrator
/// gets in.
/// </summary>
internal static class StaffCommand
{
    private static readonly Argument<string> Email = new("email") { Description = "The person's office email address" };
    private static readonly Option<StaffRole> Role = new("--role")
    {
        Description = "ReadOnly, Intern, Caseworker, CaseworkManager, or Administrator",
        Required = true,
    };
    private static readonly Option<string?> Name = new("--name") { Description = "The name that colleagues and constituents see" };
    private static readonly Option<bool> SecondFactor = new("--second-factor")
    {
        Description = "The phone or passkey is lost too, so the person sets up sign-in from scratch. First make sure who is asking.",
    };

    public static Command Create(string[] settings)
    {
        var add = new Command(
            "add", "Add a person, or make a new link for someone who hasn't used theirs. Prints a link that works once, for three days.")
        {
            Email, Role, Name,
        };
        add.SetAction((result, cancellation) => RunAsync(settings, result, async services =>
        {
            var wanted = new AddStaff.Command(result.GetRequiredValue(Email), result.GetValue(Name), result.GetRequiredValue(Role));
            var added = Wanted<AddStaff.Added>(await services.Get<AddStaff>().ExecuteAsync(wanted, CommandServices.Actor, cancellation), "added");
            return ("Give the person this link. It works once, for three days:", "enroll", added.Token);
        }, cancellation));
        var reset = new Command(
            "reset", "Make a link to choose a new password. The second factor stays. Prints a link that works once, for one hour.")
        {
            Email, SecondFactor,
        };
        reset.SetAction((result, cancellation) => RunAsync(settings, result, async services =>
        {
            var (everything, email) = (result.GetValue(SecondFactor), result.GetRequiredValue(Email));
            var operation = services.Get<ResetSignIn>();
            var id = await operation.FindAsync(email, cancellation) ?? throw new CommandFailure($"No one with the address {email} works here.");
            // Anyone who can run a command on the server has verified the person, or could do worse.
            var made = Wanted<ResetSignIn.Made>(
                await operation.ExecuteAsync(new(id, everything) { SureWhoAsks = true }, CommandServices.Actor, cancellation), "reset");
            return ("Give the person this link. It works once, for one hour:", everything ? "enroll" : "new-password", made.Token);
        }, cancellation));
        return new Command("staff", "The people who work in the office.") { add, reset };
    }

    private static async Task<int> RunAsync(
        string[] settings, ParseResult result, Func<CommandServices, Task<(string Say, string Page, string Token)>> act, CancellationToken cancellation)
    {
        await using var services = await CommandServices.UpgradeAsync(settings, cancellation);
        var (say, page, token) = await act(services);
        var output = result.InvocationConfiguration.Output;
        await output.WriteLineAsync(say);
        await output.WriteLineAsync($"{services.Settings.PublicUrl!.TrimEnd('/')}/office/{page}/{token}");
        return 0;
    }

    private static T Wanted<T>(Outcome outcome, string what) where T : Outcome => outcome switch
    {
        T done => done,
        Outcome.Refused refused => throw new CommandFailure(Texts.Get("en", refused.Reason, refused.Arguments)),
        var other => throw new CommandFailure($"The person couldn't be {what} ({other})."),
    };
}
