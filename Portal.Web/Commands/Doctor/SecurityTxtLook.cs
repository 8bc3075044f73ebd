using System.Runtime.CompilerServices;

namespace Portal.Web.Commands.Doctor;

/// <summary>Checks whether people who find a vulnerability can see whom to contact, and when that information expires.</summary>
internal static class SecurityTxtLook
{
    private const int SoonDays = 30;

    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.WaitAsync(cancellation);
        var file = services.Settings.SecurityTxt;
        if (string.IsNullOrWhiteSpace(file.Contact))
        {
            yield return Finding.Fine(
                "No security contact is set, so people who find a vulnerability can't tell you. "
                    + "To name one, set Portal:SecurityTxt:Contact and Portal:SecurityTxt:Expires.");
            yield break;
        }

        var left = file.Expires?.DayNumber - DateOnly.FromDateTime(services.Get<TimeProvider>().GetUtcNow().UtcDateTime).DayNumber;
        yield return left switch
        {
            null => Finding.Problem(
                "The security contact isn't shown because Portal:SecurityTxt:Expires is missing. Set it to a date within a year, such as 2027-11-01."),
            < 0 =>
                Finding.Problem(
                    $"The security contact expired on {file.Expires:yyyy-MM-dd}. Check it, and set Portal:SecurityTxt:Expires to a later date."),
            < SoonDays =>
                Finding.Problem(
                    $"The security contact expires on {file.Expires:yyyy-MM-dd}. Check it soon, and set Portal:SecurityTxt:Expires to a later date."),
            _ => Finding.Fine($"Vulnerabilities are reported to {file.Contact}. That contact expires on {file.Expires:yyyy-MM-dd}."),
        };
    }
}
