using System.CommandLine;
using System.Globalization;
using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.Offices;

namespace Portal.Web.Commands;

/// <summary>Sets up or changes the office. Running it again with the same values changes nothing.</summary>
internal static class SetupCommand
{
    private static readonly Option<FileInfo?> Legislators = new("--legislators")
    {
        Description = "legislators-current.yaml of the congress-legislators project",
    };
    private static readonly Option<FileInfo?> Offices = new("--offices") { Description = "legislators-district-offices.yaml of the same project" };
    private static readonly Option<string?> Bioguide = new("--bioguide")
    {
        Description = "The Member's Bioguide ID; the name, chamber, state, district, and locations come from these two files, which it needs the first time",
    };
    private static readonly Option<Chamber?> ChamberOf = new("--chamber") { Description = "House or Senate" };
    private static readonly Option<string?> Member = new("--member") { Description = "The Member's name without title" };
    private static readonly Option<Gender?> GenderOf = new("--gender") { Description = "Female or Male, for the Member's title in Spanish (senadora, senador)" };
    private static readonly Option<string?> State = new("--state") { Description = "The state's two-letter postal code" };
    private static readonly Option<int?> District = new("--district") { Description = "House only; 0 for at-large" };
    private static readonly Option<string?> TimeZone = new("--time-zone") { Description = "Such as America/Denver; by default, the state's main time zone" };
    private static readonly Option<string?> Phone = new("--phone") { Description = "Main telephone" };
    private static readonly Option<string?> Email = new("--email") { Description = "The address constituents may write to" };
    private static readonly Option<string?> Website = new("--website") { Description = "The Member's official website" };
    private static readonly Option<int?> UpdateDays = new("--update-days")
    {
        Description = "Days within which a constituent hears from the office, even without news (default: 30)",
    };
    private static readonly Option<int?> ReleaseMonths = new("--release-months") { Description = "Months a privacy release stays valid (default: 12)" };
    private static readonly Option<string?> ReminderDays = new("--reminder-days")
    {
        Description = "Days after which we send a reminder about an unsigned release (default: 3,7,14; empty for never)",
    };
    private static readonly Option<int?> RenewalDays = new("--renewal-days")
    {
        Description = "Days before a release expires when we ask for a new one (default: 30; 0 for never)",
    };
    private static readonly Option<int?> CloseDays = new("--close-days")
    {
        Description = "Days after which staff are told that they may close a case with an unsigned release (default: 30; 0 for never)",
    };

    private static readonly Option<bool> EvenIfSmaller = new("--even-if-smaller")
    {
        Description = "Use the two files even if they have far fewer Members or offices than were imported before",
    };

    public static Command Create(string[] settings)
    {
        var command = new Command("setup", "Set up the office, from the public data on Members or from values.")
        {
            Legislators, Offices, Bioguide, ChamberOf, Member, GenderOf, State, District, TimeZone, Phone, Email, Website, UpdateDays,
            ReleaseMonths, ReminderDays, RenewalDays, CloseDays, EvenIfSmaller,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Legislators) is null != result.GetValue(Offices) is null)
                result.AddError("Use --legislators and --offices together.");
            else if (!result.Children.Any())
                result.AddError("Use --bioguide with both files, or --chamber, --member, and --state.");
        });
        command.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.UpgradeAsync(settings, cancellation);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(Legislators) is { } legislators && result.GetValue(Offices) is { } offices)
            {
                using var current = legislators.OpenText();
                using var homes = offices.OpenText();
                await output.WriteLineAsync(await ImportAsync(services, new(current, homes, result.GetValue(EvenIfSmaller)), cancellation));
            }

            await output.WriteLineAsync(await SetUpAsync(services, result, cancellation));
            return 0;
        });
        return command;
    }

    private static async Task<string> ImportAsync(CommandServices services, ImportLegislators.Command files, CancellationToken cancellation) =>
        await services.Get<ImportLegislators>().ExecuteAsync(files, CommandServices.Actor, cancellation) switch
        {
            ImportLegislators.Imported done =>
                $"Imported {done.Legislators} Members and {done.Offices} of their offices."
                + (done.TermsEnded == 0 ? "" : $" The term of {done.TermsEnded} of them has ended: look for newer files."),
            ImportLegislators.Smaller smaller => throw new CommandFailure(string.Create(
                CultureInfo.InvariantCulture,
                $"The files have {smaller.Legislators:N0} Members and {smaller.Offices:N0} offices; {smaller.LegislatorsBefore:N0} and "
                    + $"{smaller.OfficesBefore:N0} were imported before, so nothing was changed. If the files are right, run the command again with "
                    + $"{EvenIfSmaller.Name}.")),
            ImportLegislators.Refused refused => throw new CommandFailure(refused.Why.ToString()),
            var other => throw new InvalidOperationException(other.ToString()),
        };

    private static async Task<string> SetUpAsync(CommandServices services, ParseResult result, CancellationToken cancellation)
    {
        var wanted = new SetUpOfficeCommand
        {
            Bioguide = result.GetValue(Bioguide),
            Chamber = result.GetValue(ChamberOf),
            MemberFullName = result.GetValue(Member),
            MemberGender = result.GetValue(GenderOf),
            State = result.GetValue(State),
            District = result.GetValue(District),
            TimeZone = result.GetValue(TimeZone),
            Phone = result.GetValue(Phone),
            Email = result.GetValue(Email),
            Website = result.GetValue(Website),
            UpdateIntervalDays = result.GetValue(UpdateDays),
            ReleaseMonths = result.GetValue(ReleaseMonths),
            ReleaseReminderDays = result.GetValue(ReminderDays),
            ReleaseRenewalDays = result.GetValue(RenewalDays),
            ReleaseCloseDays = result.GetValue(CloseDays),
        };
        return await services.Get<SetUpOffice>().ExecuteAsync(wanted, CommandServices.Actor, cancellation) switch
        {
            SetUpOfficeResult.Done done =>
                $"{(done.Created ? "Set up" : done.Changed ? "Changed" : "Nothing to change for")} the office of {done.Office.MemberName}, "
                + $"{done.Office.State}{(done.Office.District is { } number ? $" District {number}" : "")}, "
                + $"time zone {done.Office.TimeZone}.{NoteOn(done.Office.Phone)}",
            SetUpOfficeResult.Refused { Why: SetUpOfficeRefusal.NoMembers } => throw new CommandFailure(
                $"No Members are imported yet, so {Bioguide.Name} needs two files: {Legislators.Name} legislators-current.yaml and {Offices.Name} "
                    + "legislators-district-offices.yaml. Both come from the unitedstates/congress-legislators project."),
            SetUpOfficeResult.Refused refused => throw new CommandFailure(string.Format(CultureInfo.InvariantCulture, refused.Text, refused.Value)),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static string NoteOn(string? phone) =>
        PhoneNumber.IsDoubtful(phone) ? $" The telephone number {PhoneNumber.Show(phone)} may be incomplete: has it an area code?" : "";
}
